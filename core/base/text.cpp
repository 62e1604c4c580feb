// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <QLocale>

#include <array>
#include <atomic>
#include <cmath>

namespace cuntu {

namespace {

std::atomic<Language> g_language{Language::Chinese};

template <std::size_t N> bool isOneOf(const QString &text, const std::array<const char16_t *, N> &words)
{
    for (const char16_t *word : words) {
        if (text.compare(QStringView(word), Qt::CaseInsensitive) == 0) {
            return true;
        }
    }
    return false;
}

} // namespace

Language language()
{
    return g_language.load(std::memory_order_relaxed);
}

void setLanguage(Language language)
{
    g_language.store(language, std::memory_order_relaxed);
}

QString Text::toString() const
{
    const bool chinese = language() == Language::Chinese;
    const QString &wanted = chinese ? zh : en;
    return wanted.isEmpty() ? (chinese ? en : zh) : wanted;
}

QString normalised(QStringView text)
{
    return text.toString().normalized(QString::NormalizationForm_KC).simplified();
}

std::optional<double> parseNumber(QStringView text)
{
    QString plain = normalised(text);
    // A separator is only one where it parts three digits: 1,234 is a number, 1,5 is not ours to guess.
    static const QLocale english = QLocale::c();
    bool ok = false;
    double value = english.toDouble(plain, &ok);
    if (!ok || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

bool isBlankMark(QStringView text)
{
    const QString plain = normalised(text);
    static constexpr std::array<const char16_t *, 7> marks{u"/", u"-", u"—", u"——", u"--", u"无", u"\\"};
    return plain.isEmpty() || isOneOf(plain, marks);
}

std::optional<bool> parseYesNo(QStringView text)
{
    const QString plain = normalised(text);
    static constexpr std::array<const char16_t *, 8> yes{u"是", u"有", u"1", u"yes", u"true", u"y", u"√", u"对"};
    static constexpr std::array<const char16_t *, 9> no{u"否", u"无", u"0", u"no", u"false", u"n", u"×", u"x", u"没有"};
    if (isOneOf(plain, yes)) {
        return true;
    }
    if (isOneOf(plain, no)) {
        return false;
    }
    return std::nullopt;
}

} // namespace cuntu
