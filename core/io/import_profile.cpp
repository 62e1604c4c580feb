// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import_profile.h"

#include "core/io/special_columns.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace cuntu {

namespace {

const QString k_format = QStringLiteral("cuntu import profile");
constexpr int k_version = 1;
constexpr qint64 k_mostBytes = 1 << 20;

QJsonObject toObject(const QMap<QString, QString> &map)
{
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it) {
        object[it.key()] = it.value();
    }
    return object;
}

Error noProfile(const QString &reason)
{
    return {ErrorCode::Unreadable, Core::tr("this is no import profile: %1").arg(reason), {}, {}, {}, {}};
}

/// Reads the members of one JSON object and remembers what is wrong with them.
class Members {
public:
    explicit Members(QJsonObject object) : m_object(std::move(object)) {}

    QString text(const char *key)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (!value.isUndefined() && !value.isString()) {
            complain(key);
        }
        return value.toString();
    }
    QStringList texts(const char *key) { return textsOf(m_object.value(QLatin1String(key)), key); }
    QMap<QString, QString> map(const char *key) { return mapOf(m_object.value(QLatin1String(key)), key); }
    QMap<QString, QStringList> lists(const char *key)
    {
        QMap<QString, QStringList> result;
        const QJsonObject object = objectOf(m_object.value(QLatin1String(key)), key);
        for (auto it = object.begin(); it != object.end(); ++it) {
            result[it.key()] = textsOf(it.value(), key);
        }
        return result;
    }
    QMap<QString, QMap<QString, QString>> maps(const char *key)
    {
        QMap<QString, QMap<QString, QString>> result;
        const QJsonObject object = objectOf(m_object.value(QLatin1String(key)), key);
        for (auto it = object.begin(); it != object.end(); ++it) {
            result[it.key()] = mapOf(it.value(), key);
        }
        return result;
    }
    const QString &problem() const { return m_problem; }

private:
    void complain(const char *key) { m_problem = Core::tr("'%1' is of the wrong kind").arg(QLatin1String(key)); }
    QJsonObject objectOf(const QJsonValue &value, const char *key)
    {
        if (!value.isUndefined() && !value.isObject()) {
            complain(key);
        }
        return value.toObject();
    }
    QStringList textsOf(const QJsonValue &value, const char *key)
    {
        if (!value.isUndefined() && !value.isArray()) {
            complain(key);
        }
        QStringList result;
        for (const QJsonValue &each : value.toArray()) {
            if (!each.isString()) {
                complain(key);
            }
            result << each.toString();
        }
        return result;
    }
    QMap<QString, QString> mapOf(const QJsonValue &value, const char *key)
    {
        QMap<QString, QString> result;
        const QJsonObject object = objectOf(value, key);
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!it.value().isString()) {
                complain(key);
            }
            result[it.key()] = it.value().toString();
        }
        return result;
    }

    QJsonObject m_object;
    QString m_problem;
};

} // namespace

bool ImportProfile::fits(const std::vector<SourceColumn> &columns) const
{
    return std::all_of(headings.begin(), headings.end(), [&](const QString &heading) {
        return std::any_of(columns.begin(), columns.end(), [&](const SourceColumn &column) {
            return headingKey(column.heading) == headingKey(heading);
        });
    });
}

QString ImportProfile::toJson() const
{
    QJsonObject keep;
    for (auto it = rules.keep.begin(); it != rules.keep.end(); ++it) {
        keep[it.key()] = QJsonArray::fromStringList(*it);
    }
    QJsonObject words;
    for (auto it = rules.words.begin(); it != rules.words.end(); ++it) {
        words[it.key()] = toObject(*it);
    }
    const QJsonObject object{{QStringLiteral("format"), k_format},
                             {QStringLiteral("version"), k_version},
                             {QStringLiteral("id"), id},
                             {QStringLiteral("name_zh"), name.zh},
                             {QStringLiteral("name_en"), name.en},
                             {QStringLiteral("role"), role},
                             {QStringLiteral("sheet"), sheet},
                             {QStringLiteral("encoding"), encoding},
                             {QStringLiteral("crs"), crs},
                             {QStringLiteral("fields"), toObject(fieldMap)},
                             {QStringLiteral("keep"), keep},
                             {QStringLiteral("words"), words},
                             {QStringLiteral("constants"), toObject(rules.constants)},
                             {QStringLiteral("headings"), QJsonArray::fromStringList(headings)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

Result<ImportProfile> ImportProfile::fromJson(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonObject object = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError) {
        return noProfile(problem.errorString());
    }
    if (object.value(QLatin1String("format")).toString() != k_format) {
        return noProfile(Core::tr("its 'format' is not '%1'").arg(k_format));
    }
    if (object.value(QLatin1String("version")).toInt() > k_version) {
        return noProfile(Core::tr("a newer program wrote it"));
    }
    Members members(object);
    ImportProfile profile;
    profile.id = members.text("id").trimmed();
    profile.name = {members.text("name_zh"), members.text("name_en")};
    profile.role = members.text("role");
    profile.sheet = members.text("sheet");
    profile.encoding = members.text("encoding");
    profile.crs = members.text("crs");
    profile.fieldMap = members.map("fields");
    profile.rules.keep = members.lists("keep");
    profile.rules.words = members.maps("words");
    profile.rules.constants = members.map("constants");
    profile.headings = members.texts("headings");
    if (!members.problem().isEmpty()) {
        return noProfile(members.problem());
    }
    if (profile.id.isEmpty() || profile.role.isEmpty()) {
        return noProfile(Core::tr("it names no id or no role"));
    }
    return profile;
}

Result<ImportProfile> ImportProfile::fromFile(const QString &path)
{
    QFile file(path);
    const Where where{.file = path};
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotFound,
                     Core::tr("there is no file '%1'").arg(path),
                     where,
                     Core::tr("Check the path and the spelling of the name."),
                     {},
                     {}};
    }
    auto profile = fromJson(file.read(k_mostBytes));
    if (!profile) {
        Error error = profile.error();
        error.where = where;
        return error;
    }
    return profile;
}

const ImportProfile *profileFor(const std::vector<ImportProfile> &profiles, const std::vector<SourceColumn> &columns)
{
    const ImportProfile *best = nullptr;
    for (const ImportProfile &profile : profiles) {
        const bool better = !best || profile.headings.size() > best->headings.size();
        if (!profile.headings.isEmpty() && better && profile.fits(columns)) {
            best = &profile;
        }
    }
    return best;
}

} // namespace cuntu
