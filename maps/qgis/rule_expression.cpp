// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/qgis/rule_expression.h"

#include "maps/qgis/look_notes.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace cuntu {
namespace {

using Comparison = Condition::Comparison;

/// Comparisons with a value, by their signs. IS NOT also takes in rows without a value, as Cuntu's 'is not' does.
const std::array<std::pair<Comparison, QLatin1String>, 6> k_signs{{{Comparison::Is, QLatin1String("=")},
                                                                   {Comparison::IsNot, QLatin1String("IS NOT")},
                                                                   {Comparison::Less, QLatin1String("<")},
                                                                   {Comparison::AtMost, QLatin1String("<=")},
                                                                   {Comparison::More, QLatin1String(">")},
                                                                   {Comparison::AtLeast, QLatin1String(">=")}}};

QString quotedText(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("''")) + QLatin1Char('\'');
}

bool isNumber(const LayerSchema &schema, const Condition &condition)
{
    const Field *field = schema.findField(condition.field);
    return field != nullptr && (field->type == FieldType::Integer || field->type == FieldType::Real);
}

QString expressionOf(const Condition &condition, const LayerSchema &schema)
{
    QString name = condition.field;
    name = QLatin1Char('"') + name.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    switch (condition.comparison) {
    case Comparison::IsEmpty:
        return name + QStringLiteral(" IS NULL");
    case Comparison::IsNotEmpty:
        return name + QStringLiteral(" IS NOT NULL");
    case Comparison::Contains:
        return name + QStringLiteral(" ILIKE ") + quotedText(QLatin1Char('%') + condition.operand + QLatin1Char('%'));
    case Comparison::BeginsWith:
        return name + QStringLiteral(" ILIKE ") + quotedText(condition.operand + QLatin1Char('%'));
    default:
        break;
    }
    const auto sign = std::ranges::find(k_signs, condition.comparison, &decltype(k_signs)::value_type::first);
    const QString value = isNumber(schema, condition) ? condition.operand.trimmed() : quotedText(condition.operand);
    return QStringLiteral("%1 %2 %3").arg(name, sign->second, value);
}

/// A word, a name in double quotes, a text in single ones, a number or a sign.
struct Token {
    enum class Kind { Word, Name, Text, Number, Sign } kind;
    QString text;
};

/// The tokens of @p text; empty where something else stands in it.
std::optional<std::vector<Token>> tokensOf(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\G\\s*(?:\"((?:[^\"]|\"\")*)\"|'((?:[^']|'')*)'|(-?\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?)"
                       "|([A-Za-z_]\\w*)|(<=|>=|<>|!=|[=<>()]))"));
    std::vector<Token> tokens;
    qsizetype at = 0;
    const QString trimmed = text.trimmed();
    while (at < trimmed.size()) {
        const auto match = pattern.match(trimmed, at);
        if (!match.hasMatch()) {
            return std::nullopt;
        }
        const std::array kinds{Token::Kind::Name, Token::Kind::Text, Token::Kind::Number, Token::Kind::Word,
                               Token::Kind::Sign};
        for (int group = 1; group <= 5; ++group) {
            if (match.capturedStart(group) >= 0) {
                QString found = match.captured(group);
                found.replace(group == 1 ? QStringLiteral("\"\"") : QStringLiteral("''"),
                              group == 1 ? QStringLiteral("\"") : QStringLiteral("'"));
                tokens.push_back({kinds[static_cast<std::size_t>(group - 1)], found});
                break;
            }
        }
        at = match.capturedEnd();
    }
    return tokens;
}

/// Reads one condition after the other. A step that fails gives nothing.
class ConditionReader {
public:
    ConditionReader(std::vector<Token> tokens, const LayerSchema &schema)
        : m_tokens(std::move(tokens)), m_schema(schema)
    {
    }

    std::optional<RuleConditions> read()
    {
        RuleConditions result;
        std::optional<Match> match;
        do {
            auto condition = readOne();
            if (!condition) {
                return std::nullopt;
            }
            result.conditions.push_back(std::move(*condition));
            if (isAtEnd()) {
                result.match = match.value_or(Match::All);
                return result;
            }
            const bool isAnd = takeWord("AND");
            if (!isAnd && !takeWord("OR")) {
                return std::nullopt;
            }
            const Match now = isAnd ? Match::All : Match::Any;
            if (match && *match != now) {
                return std::nullopt; // which of them goes first matters
            }
            match = now;
        } while (true);
    }

private:
    bool isAtEnd() const { return m_at == m_tokens.size(); }

    bool takeWord(const char *word)
    {
        const bool isThere = !isAtEnd() && m_tokens[m_at].kind == Token::Kind::Word &&
                             m_tokens[m_at].text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
        m_at += isThere ? 1 : 0;
        return isThere;
    }

    bool takeSign(QLatin1String sign)
    {
        const bool isThere = !isAtEnd() && m_tokens[m_at].kind == Token::Kind::Sign && m_tokens[m_at].text == sign;
        m_at += isThere ? 1 : 0;
        return isThere;
    }

    std::optional<Condition> readOne()
    {
        if (takeSign(QLatin1String("("))) {
            auto inner = readOne();
            return inner && takeSign(QLatin1String(")")) ? inner : std::nullopt;
        }
        if (isAtEnd() || (m_tokens[m_at].kind != Token::Kind::Name && m_tokens[m_at].kind != Token::Kind::Word)) {
            return std::nullopt;
        }
        const QString field = fieldCalled(m_schema, m_tokens[m_at++].text);
        return field.isEmpty() ? std::nullopt : readComparison(field);
    }

    std::optional<Condition> readComparison(const QString &field)
    {
        if (takeWord("IS")) {
            const bool isNot = takeWord("NOT");
            if (takeWord("NULL")) {
                return Condition{field, isNot ? Comparison::IsNotEmpty : Comparison::IsEmpty, {}};
            }
            return withValue(field, isNot ? Comparison::IsNot : Comparison::Is);
        }
        if (takeWord("ILIKE") || takeWord("LIKE")) {
            return readPattern(field);
        }
        if (takeSign(QLatin1String("<>")) || takeSign(QLatin1String("!="))) {
            return withValue(field, Comparison::IsNot);
        }
        for (const auto &[comparison, sign] : k_signs) {
            if (takeSign(sign)) {
                return withValue(field, comparison);
            }
        }
        return std::nullopt;
    }

    std::optional<Condition> withValue(const QString &field, Comparison comparison)
    {
        if (isAtEnd() || (m_tokens[m_at].kind != Token::Kind::Text && m_tokens[m_at].kind != Token::Kind::Number)) {
            return std::nullopt;
        }
        return Condition{field, comparison, m_tokens[m_at++].text};
    }

    /// 'x%' begins with, '%x%' contains; other patterns are more than a condition.
    std::optional<Condition> readPattern(const QString &field)
    {
        auto pattern = withValue(field, Comparison::BeginsWith);
        if (!pattern || !pattern->operand.endsWith(QLatin1Char('%'))) {
            return std::nullopt;
        }
        pattern->operand.chop(1);
        if (pattern->operand.startsWith(QLatin1Char('%'))) {
            pattern->comparison = Comparison::Contains;
            pattern->operand.remove(0, 1);
        }
        const bool isPlain =
            !pattern->operand.contains(QLatin1Char('%')) && !pattern->operand.contains(QLatin1Char('_'));
        return isPlain && !pattern->operand.isEmpty() ? pattern : std::nullopt;
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    const LayerSchema &m_schema;
};

/// @p text without a pair of brackets around all of it.
QString withoutBrackets(const QString &text)
{
    if (!text.startsWith(QLatin1Char('(')) || !text.endsWith(QLatin1Char(')'))) {
        return text;
    }
    int depth = 0;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        depth += text[i] == QLatin1Char('(') ? 1 : text[i] == QLatin1Char(')') ? -1 : 0;
        if (depth == 0) {
            return text; // the first one closes before the end
        }
    }
    return withoutBrackets(text.sliced(1, text.size() - 2).trimmed());
}

} // namespace

QString expressionOf(const std::vector<Condition> &conditions, Match match, const LayerSchema &schema)
{
    QStringList parts;
    for (const Condition &condition : conditions) {
        parts << expressionOf(condition, schema);
    }
    return parts.join(match == Match::All ? QStringLiteral(" AND ") : QStringLiteral(" OR "));
}

QStringList filtersOf(const std::vector<StyleClass> &rules, const LayerSchema &schema)
{
    QStringList filters;
    QStringList before;
    for (const StyleClass &rule : rules) {
        if (rule.conditions.empty()) {
            filters << QStringLiteral("ELSE");
            continue;
        }
        const QString own = QLatin1Char('(') + expressionOf(rule.conditions, rule.match, schema) + QLatin1Char(')');
        QString filter = own;
        if (!before.isEmpty()) { // nothing compares with nothing as nothing, which is not 'true'
            filter += QStringLiteral(" AND NOT coalesce(%1, FALSE)").arg(before.join(QStringLiteral(" OR ")));
        }
        filters << filter;
        before << own;
    }
    return filters;
}

std::optional<RuleConditions> conditionsOf(const QString &text, const LayerSchema &schema)
{
    auto tokens = tokensOf(withoutBrackets(text.trimmed()));
    return tokens ? ConditionReader(std::move(*tokens), schema).read() : std::nullopt;
}

} // namespace cuntu
