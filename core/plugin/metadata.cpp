// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/metadata.h"

#include "core/plugin/plugin.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QPluginLoader>

namespace cuntu {

namespace {

const QLatin1String k_interface{"org.cuntu.Plugin/"};

Error refusal(ErrorCode code, const QString &file, const QString &sentence, const QString &advice)
{
    Where where;
    where.file = file;
    return {code, sentence, where, advice, {}, {}};
}

/// The file's own word on what it is: nothing, another program's plugin, or ours with another number.
Result<void> checkInterface(const QString &file, const QString &name, const QJsonObject &all, const QString &loaderSays)
{
    const QString iid = all.value(QStringLiteral("IID")).toString();
    if (!iid.startsWith(k_interface)) {
        Error error = refusal(ErrorCode::Unreadable, file,
                              iid.isEmpty() ? Core::tr("%1 is not a plugin, or it is damaged").arg(name)
                                            : Core::tr("%1 is a plugin of another program (%2)").arg(name, iid),
                              Core::tr("Remove the file, or install the plugin again."));
        error.details << loaderSays;
        return error;
    }
    const int api = all.value(QStringLiteral("MetaData")).toObject().value(QStringLiteral("api")).toInt(-1);
    const int iidApi = iid.mid(k_interface.size()).toInt();
    if (api == CUNTU_PLUGIN_API && iidApi == CUNTU_PLUGIN_API) {
        return {};
    }
    const bool newer = std::max(api, iidApi) > CUNTU_PLUGIN_API;
    return refusal(newer ? ErrorCode::NewerVersion : ErrorCode::Conflict, file,
                   Core::tr("plugin %1 was made for plugin interface %2; this program has interface %3")
                       .arg(name, QString::number(newer ? std::max(api, iidApi) : std::min(api, iidApi)),
                            QString::number(CUNTU_PLUGIN_API)),
                   newer ? Core::tr("Update Cuntu, or install an older version of the plugin.")
                         : Core::tr("Install a newer version of the plugin."));
}

/// Plugin and program share one process, so they must be built alike.
Result<void> checkBuild(const QString &file, const QString &id, const QJsonObject &build)
{
    const std::pair<QString, QString> mine[] = {{QStringLiteral("qt"), QStringLiteral(CUNTU_BUILD_QT)},
                                                {QStringLiteral("abi"), QStringLiteral(CUNTU_BUILD_ABI)},
                                                {QStringLiteral("sanitizer"), QStringLiteral(CUNTU_BUILD_SANITIZER)}};
    QStringList differences;
    for (const auto &[key, value] : mine) {
        const QString other = build.value(key).toString();
        if (other != value) {
            differences << Core::tr("%1 '%2' instead of '%3'").arg(key, other, value);
        }
    }
    if (differences.isEmpty()) {
        return {};
    }
    return refusal(ErrorCode::Conflict, file,
                   Core::tr("plugin %1 was built differently from this program: %2")
                       .arg(id, differences.join(QStringLiteral(", "))),
                   Core::tr("Install a build of the plugin for this version of Cuntu."));
}

Text textOf(const QJsonValue &value)
{
    return {value[QStringLiteral("zh")].toString(), value[QStringLiteral("en")].toString()};
}

std::vector<PluginRequirement> requirementsOf(const QJsonArray &array)
{
    std::vector<PluginRequirement> requirements;
    for (const QJsonValue &each : array) {
        requirements.push_back({each[QStringLiteral("id")].toString(),
                                QVersionNumber::fromString(each[QStringLiteral("version")].toString()),
                                each[QStringLiteral("optional")].toBool()});
    }
    return requirements;
}

} // namespace

Result<PluginMetadata> readMetadata(const QString &file)
{
    const QPluginLoader loader(file);
    const QJsonObject all = loader.metaData();
    const QJsonObject own = all.value(QStringLiteral("MetaData")).toObject();
    const QString id = own.value(QStringLiteral("id")).toString();
    const QString name = id.isEmpty() ? QFileInfo(file).fileName() : id;
    if (auto right = checkInterface(file, name, all, loader.errorString()); !right) {
        return right.error();
    }
    if (auto alike = checkBuild(file, name, own.value(QStringLiteral("build")).toObject()); !alike) {
        return alike.error();
    }
    PluginMetadata metadata;
    metadata.file = file;
    metadata.id = id;
    metadata.name = textOf(own.value(QStringLiteral("name")));
    metadata.description = textOf(own.value(QStringLiteral("description")));
    metadata.version = QVersionNumber::fromString(own.value(QStringLiteral("version")).toString());
    metadata.licence = own.value(QStringLiteral("licence")).toString();
    metadata.requirements = requirementsOf(own.value(QStringLiteral("requires")).toArray());
    if (id.isEmpty() || metadata.version.isNull() || metadata.name.zh.isEmpty() || metadata.name.en.isEmpty()) {
        return refusal(
            ErrorCode::Invalid, file,
            Core::tr("plugin %1 does not say its id, its version, and its name in Chinese and English").arg(name),
            Core::tr("Tell its author to build it with cuntu_add_plugin."));
    }
    return metadata;
}

} // namespace cuntu
