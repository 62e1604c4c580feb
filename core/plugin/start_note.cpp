// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/start_note.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QThread>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

namespace cuntu {

namespace {

/// How long another program may take to load its plugins before we go on without a note.
constexpr int k_lockWait_ms = 10'000;
/// How often we look; QLockFile's own waiting doubles its steps, which is long for what takes milliseconds.
constexpr unsigned long k_lockStep_ms = 5;

bool takeLock(QLockFile &lock)
{
    const QDeadlineTimer deadline(k_lockWait_ms);
    while (!lock.tryLock(0)) {
        if (deadline.hasExpired() || lock.error() != QLockFile::LockFailedError) {
            return false;
        }
        QThread::msleep(k_lockStep_ms);
    }
    return true;
}

QString listFile(const QString &noteFile)
{
    return noteFile + QStringLiteral(".set_aside");
}

/// Writes beside the file, syncs, and renames: there is the old content or the new one, never half of it.
Result<void> writeSynced(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit()) {
        return {};
    }
    Where where;
    where.file = path;
    return Error{file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::ReadOnly,
                 Core::tr("cannot remember which plugin is being started: %1").arg(file.errorString()),
                 where,
                 Core::tr("If a plugin crashes, the next start cannot leave it out. Make the folder writable."),
                 {},
                 {}};
}

/// Makes a removed or renamed file stay so when the power fails.
void syncFolderOf(const QString &path)
{
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

Error unreadable(const QString &path, const QString &detail)
{
    Where where;
    where.file = path;
    return {ErrorCode::Unreadable,
            Core::tr("the note on plugins that crashed cannot be read"),
            where,
            Core::tr("Delete the file; a plugin that still crashes is set aside again."),
            {},
            {detail}};
}

QByteArray noteLine(const QString &id, const QString &step)
{
    return (id + QLatin1Char(' ') + step + QLatin1Char('\n')).toUtf8();
}

/// Who was doing what when the start that left the note ended: its last whole line. Empty id: there is no note.
Result<SetAsidePlugin> readNote(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return SetAsidePlugin();
    }
    const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const QList<QByteArray> lines = content.left(content.lastIndexOf('\n')).split('\n');
    const QList<QByteArray> words = lines.back().split(' ');
    if (words.size() != 2 || words[0].isEmpty()) {
        return unreadable(path, file.errorString());
    }
    return SetAsidePlugin{QString::fromUtf8(words[0]), QString::fromUtf8(words[1]), Day::today().toIso()};
}

Result<void> writeList(const QString &noteFile, const std::vector<SetAsidePlugin> &plugins)
{
    QJsonArray array;
    for (const SetAsidePlugin &each : plugins) {
        array << QJsonObject{{QStringLiteral("id"), each.id},
                             {QStringLiteral("step"), each.step},
                             {QStringLiteral("since"), each.since}};
    }
    return writeSynced(listFile(noteFile), QJsonDocument(array).toJson());
}

} // namespace

Result<std::vector<SetAsidePlugin>> setAsidePlugins(const QString &noteFile)
{
    QFile file(listFile(noteFile));
    if (!file.exists()) {
        return std::vector<SetAsidePlugin>();
    }
    QJsonParseError problem;
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const auto json = QJsonDocument::fromJson(isOpen ? file.readAll() : QByteArray(), &problem);
    if (!isOpen || !json.isArray()) {
        return unreadable(file.fileName(), isOpen ? problem.errorString() : file.errorString());
    }
    std::vector<SetAsidePlugin> plugins;
    for (const QJsonValue &each : json.array()) {
        plugins.push_back({each[QStringLiteral("id")].toString(), each[QStringLiteral("step")].toString(),
                           each[QStringLiteral("since")].toString()});
    }
    return plugins;
}

Result<void> enableAgain(const QString &noteFile, const QString &id)
{
    auto plugins = setAsidePlugins(noteFile);
    if (!plugins) {
        return plugins.error();
    }
    if (std::erase_if(*plugins, [&](const SetAsidePlugin &each) { return each.id == id; }) == 0) {
        return Error{ErrorCode::NotFound, Core::tr("plugin %1 is not set aside").arg(id), {}, {}, {}, {}};
    }
    return writeList(noteFile, *plugins);
}

StartNote::StartNote(QString file) : m_file(std::move(file)) {}

std::vector<Error> StartNote::begin()
{
    std::vector<Error> troubles;
    if (m_file.isEmpty()) {
        return troubles;
    }
    if (auto list = setAsidePlugins(m_file)) {
        m_setAside = std::move(*list);
    } else {
        troubles.push_back(list.error());
    }
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    m_lock = std::make_unique<QLockFile>(m_file + QStringLiteral(".lock"));
    if (!takeLock(*m_lock)) {
        m_lock.reset();
        troubles.push_back({ErrorCode::Locked,
                            Core::tr("cannot remember which plugin is being started"),
                            {},
                            Core::tr("Another start of the program holds the note, or its folder cannot be written."),
                            {},
                            {m_file}});
        return troubles;
    }
    const auto left = readNote(m_file);
    if (!left) {
        troubles.push_back(left.error());
        remove();
    } else if (!left->id.isEmpty()) {
        if (auto kept = setAside(left->id, left->step); !kept) {
            troubles.push_back(kept.error());
        }
    }
    return troubles;
}

const SetAsidePlugin *StartNote::find(const QString &id) const
{
    const auto found =
        std::find_if(m_setAside.begin(), m_setAside.end(), [&](const auto &each) { return each.id == id; });
    return found == m_setAside.end() ? nullptr : &*found;
}

Result<void> StartNote::write(const QString &id)
{
    return m_lock ? writeSynced(m_file, noteLine(id, QStringLiteral("load"))) : Result<void>();
}

void StartNote::advance(const QString &id, const QString &step)
{
    QFile file(m_file);
    if (m_lock && file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        file.write(noteLine(id, step)); // where it fails, the note still names the plugin
    }
}

void StartNote::remove()
{
    if (m_lock && QFile::remove(m_file)) {
        syncFolderOf(m_file);
    }
}

Result<void> StartNote::setAside(const QString &id, const QString &step)
{
    if (find(id) == nullptr) {
        m_setAside.push_back({id, step, Day::today().toIso()});
    }
    if (!m_lock) {
        return {};
    }
    auto written = writeList(m_file, m_setAside);
    if (written) {
        remove();
    }
    return written;
}

} // namespace cuntu
