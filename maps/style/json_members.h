// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/text.h"

#include <QColor>
#include <QJsonArray>
#include <QJsonObject>

#include <utility>

namespace cuntu {

template <class Enum> using Name = std::pair<Enum, QLatin1String>;

template <class Names, class Enum> QString nameOf(const Names &names, Enum value)
{
    for (const auto &[candidate, name] : names) {
        if (candidate == value) {
            return name;
        }
    }
    return {};
}

/// Reads the members of one JSON object into variables; a missing member leaves its variable as it is.
/// The first thing that does not fit is kept in `wrong`.
class JsonMembers {
public:
    JsonMembers(const QJsonObject &object, QString path, QString &wrong)
        : m_object(object), m_path(std::move(path)), m_wrong(wrong)
    {
    }

    void number(const char *key, double &value, double least, double most)
    {
        const QJsonValue json = find(key);
        if (json.isUndefined()) {
            return;
        }
        if (!json.isDouble() || !(json.toDouble() >= least && json.toDouble() <= most)) {
            refuse(key, Maps::tr("a number from %1 to %2").arg(least).arg(most));
            return;
        }
        value = json.toDouble();
    }

    void integer(const char *key, int &value)
    {
        double number_ = value;
        number(key, number_, -1000000, 1000000);
        value = static_cast<int>(number_);
    }

    void yesNo(const char *key, bool &value)
    {
        const QJsonValue json = find(key);
        if (!json.isUndefined() && !json.isBool()) {
            refuse(key, Maps::tr("true or false"));
            return;
        }
        value = json.toBool(value);
    }

    void text(const char *key, QString &value)
    {
        const QJsonValue json = find(key);
        if (json.isUndefined()) {
            return;
        }
        if (!json.isString()) {
            refuse(key, Maps::tr("a text"));
            return;
        }
        value = json.toString();
    }

    /// "#rrggbb", "#aarrggbb" or a name of a colour; an empty text means no colour.
    void colour(const char *key, QColor &value)
    {
        QString name;
        text(key, name);
        if (find(key).isUndefined()) {
            return;
        }
        value = name.isEmpty() ? QColor() : QColor(name);
        if (!name.isEmpty() && !value.isValid()) {
            refuse(key, Maps::tr("a colour such as #1f78b4"));
        }
    }

    template <class Names, class Enum> void choice(const char *key, const Names &names, Enum &value)
    {
        QString word;
        text(key, word);
        if (find(key).isUndefined()) {
            return;
        }
        QStringList allowed;
        for (const auto &[candidate, name] : names) {
            if (name == word) {
                value = candidate;
                return;
            }
            allowed << name;
        }
        refuse(key, Maps::tr("one of %1").arg(allowed.join(QStringLiteral(", "))));
    }

    /// The object called @p key; empty where there is none.
    QJsonObject object(const char *key)
    {
        const QJsonValue json = find(key);
        if (!json.isUndefined() && !json.isObject()) {
            refuse(key, Maps::tr("an object"));
        }
        return json.toObject();
    }

    QJsonArray array(const char *key)
    {
        const QJsonValue json = find(key);
        if (!json.isUndefined() && !json.isArray()) {
            refuse(key, Maps::tr("a list"));
        }
        return json.toArray();
    }

private:
    QJsonValue find(const char *key) const { return m_object.value(QLatin1String(key)); }

    void refuse(const char *key, const QString &wanted)
    {
        if (m_wrong.isEmpty()) {
            m_wrong = Maps::tr("%1%2 should be %3").arg(m_path, QLatin1String(key), wanted);
        }
    }

    const QJsonObject &m_object;
    QString m_path;
    QString &m_wrong;
};

/// "#rrggbb" or "#aarrggbb"; empty for no colour.
inline QString colourName(const QColor &colour)
{
    if (!colour.isValid()) {
        return {};
    }
    return colour.name(colour.alpha() == 255 ? QColor::HexRgb : QColor::HexArgb);
}

} // namespace cuntu
