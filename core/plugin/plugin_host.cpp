// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/plugin_host.h"

#include "core/plugin/candidate.h"
#include "core/plugin/guard.h"
#include "core/plugin/plugin.h"
#include "core/plugin/start_note.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLibrary>
#include <QPluginLoader>

namespace cuntu {

namespace {

const QString k_load = QStringLiteral("load");
const QString k_contribute = QStringLiteral("contribute");

/// As many findings as fit into a sentence; all of them are in the details.
constexpr qsizetype k_findingsInSentence = 20;

template <class T> void listIds(QStringList &list, const QString &kind, const std::vector<T> &things)
{
    for (const T &thing : things) {
        list << kind + QLatin1Char(' ') + thing.id;
    }
}

QStringList contributions(const Registry &draft)
{
    QStringList list;
    listIds(list, QStringLiteral("programme"), draft.programmes);
    listIds(list, QStringLiteral("layer"), draft.layers);
    for (const LayerExtension &extension : draft.extensions) {
        list << QStringLiteral("fields of layer ") + extension.layer;
    }
    listIds(list, QStringLiteral("life cycle"), draft.lifeCycles);
    listIds(list, QStringLiteral("indicator"), draft.indicators);
    listIds(list, QStringLiteral("overlay"), draft.overlays);
    listIds(list, QStringLiteral("algorithm"), draft.algorithms);
    listIds(list, QStringLiteral("check"), draft.checks);
    for (const TargetTemplate &target : draft.targetTemplates) {
        list << QStringLiteral("target ") + target.label;
    }
    return list;
}

/// The exception that is being handled, in words. Only in a catch block.
QString exceptionText()
{
    try {
        throw;
    } catch (const std::exception &exception) {
        return QString::fromUtf8(exception.what());
    } catch (...) {
        return Core::tr("unknown exception");
    }
}

/// One pass from folders to a frozen registry.
class PluginHost {
public:
    explicit PluginHost(const PluginOptions &options) : m_options(options), m_note(options.noteFile) {}

    LoadedPlugins run()
    {
        m_result.warnings = m_note.begin();
        findFiles();
        leaveOut();
        refuseTwins(m_candidates);
        for (Candidate *candidate : loadOrder(m_candidates)) {
            refuseWithoutRequired(*candidate, m_candidates);
            if (candidate->pending) {
                load(*candidate);
            }
        }
        m_note.remove();
        for (Candidate &candidate : m_candidates) {
            m_result.reports.push_back(std::move(candidate.report));
        }
        m_result.registry = freeze(std::move(m_registry));
        return std::move(m_result);
    }

private:
    void findFiles();
    void addFile(const QString &file);
    void leaveOut();
    void load(Candidate &candidate);
    Plugin *instantiate(Candidate &candidate);
    std::optional<Registry> draftOf(Plugin &plugin, Candidate &candidate);
    void adopt(Registry draft, Candidate &candidate);
    void threwWhileLoading(Candidate &candidate, const QString &what);

    const PluginOptions &m_options;
    StartNote m_note;
    std::vector<Candidate> m_candidates;
    Registry m_registry = hostRegistry();
    LoadedPlugins m_result;
};

void PluginHost::findFiles()
{
    for (const QString &folder : m_options.folders) {
        const QDir dir(folder);
        for (const QString &name : dir.entryList(QDir::Files, QDir::Name)) {
            if (QLibrary::isLibrary(name)) {
                addFile(dir.absoluteFilePath(name)); // a relative path would be looked up elsewhere
            }
        }
    }
}

void PluginHost::addFile(const QString &file)
{
    Candidate candidate;
    candidate.report.file = file;
    candidate.report.id = QFileInfo(file).completeBaseName();
    if (auto metadata = readMetadata(file)) {
        candidate.report.id = metadata->id;
        candidate.report.name = metadata->name;
        candidate.report.description = metadata->description;
        candidate.report.version = metadata->version.toString();
        candidate.report.licence = metadata->licence;
        candidate.metadata = std::move(*metadata);
    } else {
        candidate.refuse(metadata.error());
    }
    m_candidates.push_back(std::move(candidate));
}

/// Takes out what the user switched off and what brought an earlier start down.
void PluginHost::leaveOut()
{
    for (Candidate &candidate : m_candidates) {
        const QString &id = candidate.metadata.id;
        if (!candidate.pending) {
            continue;
        }
        if (m_options.disabled.contains(id)) {
            candidate.setAside(candidate.error(ErrorCode::PluginFailed, Core::tr("plugin %1 is switched off").arg(id),
                                               Core::tr("Switch it on in the list of plugins.")));
        } else if (const SetAsidePlugin *crash = m_note.find(id)) {
            candidate.setAside(candidate.error(
                ErrorCode::PluginFailed,
                crash->step == k_load
                    ? Core::tr("plugin %1 is set aside: the program ended while it was being loaded").arg(id)
                    : Core::tr("plugin %1 is set aside: the program ended while it was being started").arg(id),
                Core::tr("Update the plugin, then switch it on again in the list of plugins. Everything else works.")));
        }
    }
}

void PluginHost::load(Candidate &candidate)
{
    QElapsedTimer timer;
    timer.start();
    Plugin *plugin = instantiate(candidate);
    if (plugin != nullptr) {
        if (auto draft = draftOf(*plugin, candidate)) {
            adopt(std::move(*draft), candidate);
        }
    }
    candidate.report.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Loads the module and makes its root object; null, with the candidate refused, where that fails.
Plugin *PluginHost::instantiate(Candidate &candidate)
{
    const QString &id = candidate.metadata.id;
    if (auto noted = m_note.write(id); !noted && m_result.warnings.empty()) {
        m_result.warnings.push_back(noted.error());
    }
    QPluginLoader loader(candidate.metadata.file);
    // All symbols at once: a missing one is a refusal now, not a crash later. None of its symbols are seen by others.
    loader.setLoadHints(QLibrary::ResolveAllSymbolsHint | QLibrary::PreventUnloadHint);
    try {
        loader.load();
    } catch (...) {
        threwWhileLoading(candidate, exceptionText());
        return nullptr;
    }
    QObject *root = nullptr;
    QString why = loader.errorString();
    try {
        root = loader.isLoaded() ? loader.instance() : nullptr;
    } catch (...) {
        why = exceptionText();
    }
    auto *plugin = qobject_cast<Plugin *>(root);
    if (plugin == nullptr) {
        Error error =
            candidate.error(ErrorCode::PluginFailed, Core::tr("plugin %1 cannot be loaded").arg(id),
                            Core::tr("Install it again, or a version for this program. Everything else works."));
        error.details << why;
        candidate.refuse(std::move(error));
    }
    return plugin;
}

/// Asks the plugin what it brings; empty, with the candidate refused, where it fails or throws: none of it remains.
std::optional<Registry> PluginHost::draftOf(Plugin &plugin, Candidate &candidate)
{
    m_note.advance(candidate.metadata.id, k_contribute);
    Registry draft;
    QString why;
    try {
        if (const Result<void> done = plugin.contribute(draft); done) {
            return draft;
        } else {
            why = done.error().toText();
        }
    } catch (...) {
        why = exceptionText();
    }
    candidate.refuse(
        candidate.error(ErrorCode::PluginFailed,
                        Core::tr("plugin %1 failed when asked what it brings: %2").arg(candidate.metadata.id, why),
                        Core::tr("Update the plugin, or tell its author. Everything else works.")));
    return std::nullopt;
}

/// Merges the draft if all would be well with it; refuses the plugin with everything that would not.
void PluginHost::adopt(Registry draft, Candidate &candidate)
{
    Registry merged = m_registry;
    const QStringList brings = contributions(draft);
    Registry checked = draft;
    merged.merge(std::move(checked));
    QStringList sentences;
    for (const Error &problem : merged.problems()) {
        sentences << problem.sentence;
    }
    if (!sentences.isEmpty()) {
        Error error = candidate.error(
            ErrorCode::Invalid,
            Core::tr("plugin %1 is refused; what is wrong with what it brings: %2")
                .arg(candidate.metadata.id, sentences.mid(0, k_findingsInSentence).join(QStringLiteral("; "))),
            Core::tr("Update the plugin, or tell its author. Everything else works."));
        error.details = sentences;
        candidate.refuse(std::move(error));
        return;
    }
    guardCallbacks(draft, candidate.metadata.id);
    m_registry.merge(std::move(draft));
    candidate.pending = false;
    candidate.report.state = PluginState::Active;
    candidate.report.contributes = brings;
}

/// After an exception out of the loader the process is not sound any more, so this counts as a crash.
void PluginHost::threwWhileLoading(Candidate &candidate, const QString &what)
{
    const QString &id = candidate.metadata.id;
    m_result.mustRestart = true;
    if (auto kept = m_note.setAside(id, k_load); !kept) {
        m_result.warnings.push_back(kept.error());
    }
    candidate.setAside(candidate.error(
        ErrorCode::PluginFailed,
        Core::tr("plugin %1 is set aside: it failed while it was being loaded: %2").arg(id, what),
        Core::tr("Start the program again; it leaves the plugin out. Then update the plugin, or tell its author.")));
}

} // namespace

QString toString(PluginState state)
{
    switch (state) {
    case PluginState::Active:
        return QStringLiteral("active");
    case PluginState::Refused:
        return QStringLiteral("refused");
    case PluginState::SetAside:
        return QStringLiteral("set_aside");
    }
    return QStringLiteral("refused");
}

LoadedPlugins loadPlugins(const PluginOptions &options)
{
    return PluginHost(options).run();
}

QStringList defaultPluginFolders()
{
    const QDir program(QCoreApplication::applicationDirPath());
    QStringList folders;
    // First as installed, then as built, where that is another place.
    for (const char *place : {CUNTU_INSTALLED_PLUGINS, "../lib/cuntu/plugins"}) {
        const QString folder = QDir::cleanPath(program.absoluteFilePath(QString::fromUtf8(place)));
        if (!folders.contains(folder) && QDir(folder).exists()) {
            folders << folder;
        }
    }
    return folders;
}

} // namespace cuntu
