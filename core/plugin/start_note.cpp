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

#include <array>
#include <csignal>
#include <utility>

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

constexpr char k_crashLine[] = "crashed\n";
/// Signals by which a program ends itself; being killed from outside is none of them.
constexpr std::array k_crashSignals{SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

int crashNote = -1; ///< the note, open for appending while plugins are at work

/// Says in the note that it was a crash, then lets the signal take its course (SA_RESETHAND). Async-signal-safe.
void noteCrash(int)
{
    if (crashNote >= 0) {
        [[maybe_unused]] const auto written = ::write(crashNote, k_crashLine, sizeof(k_crashLine) - 1);
    }
}

/// What the start that left a note was at when it ended.
struct LeftNote {
    QString id; ///< empty: there is no note
    QString step;
    bool crashed = false; ///< else it was ended from outside, or the power failed
};

/// Its last whole line, but for the one on a crash.
Result<LeftNote> readNote(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return LeftNote();
    }
    const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    QList<QByteArray> lines = content.left(content.lastIndexOf('\n')).split('\n');
    const bool crashed = lines.back() + '\n' == k_crashLine;
    if (crashed) {
        lines.removeLast();
    }
    const QList<QByteArray> words = lines.isEmpty() ? QList<QByteArray>() : lines.back().split(' ');
    if (words.size() != 2 || words[0].isEmpty()) {
        return unreadable(path, file.errorString());
    }
    return LeftNote{QString::fromUtf8(words[0]), QString::fromUtf8(words[1]), crashed};
}

/// The plugin during whose start the program was ended from outside the last time; empty: it was not.
QString interruptedFile(const QString &noteFile)
{
    return noteFile + QStringLiteral(".interrupted");
}

QString readInterrupted(const QString &noteFile)
{
    QFile file(interruptedFile(noteFile));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
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
        const bool blamed = left->crashed || readInterrupted(m_file) == left->id;
        auto kept = blamed ? setAside(left->id, left->step) : writeSynced(interruptedFile(m_file), left->id.toUtf8());
        if (!kept) {
            troubles.push_back(kept.error());
        }
    }
    return troubles;
}

StartNote::~StartNote()
{
    stopWatching();
}

void StartNote::watch()
{
    stopWatching();
    crashNote = ::open(QFile::encodeName(m_file).constData(), O_WRONLY | O_APPEND | O_CLOEXEC);
    struct sigaction action = {};
    action.sa_handler = noteCrash;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : k_crashSignals) {
        ::sigaction(signal, &action, nullptr);
    }
    m_watching = true;
}

void StartNote::stopWatching()
{
    if (!m_watching) {
        return;
    }
    for (const int signal : k_crashSignals) {
        std::signal(signal, SIG_DFL);
    }
    ::close(std::exchange(crashNote, -1));
    m_watching = false;
}

const SetAsidePlugin *StartNote::find(const QString &id) const
{
    const auto found =
        std::find_if(m_setAside.begin(), m_setAside.end(), [&](const auto &each) { return each.id == id; });
    return found == m_setAside.end() ? nullptr : &*found;
}

Result<void> StartNote::write(const QString &id)
{
    if (!m_lock) {
        return {};
    }
    auto written = writeSynced(m_file, noteLine(id, QStringLiteral("load")));
    if (written) {
        watch();
    }
    return written;
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
    stopWatching();
    if (m_lock && QFile::remove(m_file)) {
        QFile::remove(interruptedFile(m_file)); // it went well this time
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
