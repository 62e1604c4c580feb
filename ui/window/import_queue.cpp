// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/import_queue.h"

#include "core/project/import_preview.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/import_result_dialog.h"
#include "ui/window/text.h"

#include <QDir>
#include <QDirIterator>

namespace cuntu::ui {
namespace {

const QStringList &dataEndings()
{
    static const QStringList endings{
        QStringLiteral("*.csv"), QStringLiteral("*.txt"),     QStringLiteral("*.xlsx"), QStringLiteral("*.xls"),
        QStringLiteral("*.ods"), QStringLiteral("*.shp"),     QStringLiteral("*.zip"),  QStringLiteral("*.kml"),
        QStringLiteral("*.kmz"), QStringLiteral("*.geojson"), QStringLiteral("*.gpkg"), QStringLiteral("*.gpx"),
        QStringLiteral("*.tab"), QStringLiteral("*.mif"),     QStringLiteral("*.dxf"),  QStringLiteral("*.fgb"),
        QStringLiteral("*.gml"),
    };
    return endings;
}

/// How a file is imported about which nobody is asked: by the profile that fits it, else as the guessed role.
Result<ImportRequest> requestFor(const ImportRequest &bare, const Project &project, const Registry &registry,
                                 const JobContext &job)
{
    auto profiles = project.importProfiles();
    auto preview =
        profiles ? previewImport({bare, *profiles, {}}, registry, job) : Result<ImportPreview>(profiles.error());
    if (!preview) {
        return preview.error();
    }
    return preview->request;
}

} // namespace

QStringList importFilters()
{
    return {Ui::tr("Tables and maps (%1)").arg(dataEndings().join(QLatin1Char(' '))), Ui::tr("All files (*)")};
}

ImportQueue::ImportQueue(Workbench &bench, QWidget *window) : m_bench(bench), m_window(window)
{
    connect(&bench.actions, &ProjectActions::imported, this, &ImportQueue::onImported);
    connect(&bench.actions, &ProjectActions::importFailed, this, &ImportQueue::onFailed);
    connect(&bench.session, &Session::closed, this, [this] {
        m_files.clear();
        m_done = 0;
    });
}

void ImportQueue::add(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            m_files << path;
            continue;
        }
        QStringList inside;
        QDirIterator files(path, dataEndings(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            inside << files.next();
        }
        inside.sort();
        if (inside.isEmpty()) {
            m_bench.log.warn(tr("There is nothing in %1 that can be imported.").arg(path));
        }
        m_files << inside;
    }
    if (!m_active) {
        next();
    }
}

void ImportQueue::next()
{
    m_active = false;
    if (m_files.isEmpty()) {
        m_done = 0;
        m_withoutAsking = false;
        return;
    }
    if (!m_bench.session.canWrite()) {
        m_files.clear();
        m_bench.log.warn(m_bench.session.hasProject() ? tr("The project is read-only: nothing can be imported.")
                                                      : tr("Open or make a project first, then import into it."));
        return;
    }
    m_active = true;
    if (m_withoutAsking) {
        importAsGuessed();
    } else {
        ask();
    }
}

QString ImportQueue::progressText() const
{
    const qsizetype all = m_done + m_files.size();
    return all > 1 ? tr("%1 of %2").arg(m_done + 1).arg(all) : QString();
}

void ImportQueue::ask()
{
    auto *dialog = new ImportDialog(m_bench, m_files.front(), progressText(), m_window);
    dialog->offerAll(m_files.size() > 1);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_withoutAsking = dialog->isForAll();
        if (const auto profile = dialog->profileToKeep()) {
            m_bench.actions.keepProfile(*profile);
        }
        start(dialog->request());
    });
    connect(dialog, &QDialog::rejected, this, [this] {
        m_files.clear();
        next();
    });
    dialog->open();
}

void ImportQueue::importAsGuessed()
{
    ImportRequest bare;
    bare.file = m_files.front();
    bare.who = m_bench.settings.who();
    m_bench.jobs.run(
        JobRunner::Kind::Shown, tr("Looking into %1").arg(QFileInfo(m_files.front()).fileName()), this,
        [bare, project = m_bench.session.project(), registry = m_bench.session.sharedRegistry()](
            const JobContext &job) { return requestFor(bare, *project, *registry, job); },
        [this](const Result<ImportRequest> &request) {
            if (!request) {
                m_bench.log.fail(request.error());
                onFailed();
                return;
            }
            start(*request);
        });
}

void ImportQueue::start(const ImportRequest &request)
{
    m_bench.actions.import(request);
}

void ImportQueue::onImported(const QString &file, const ImportReport &report)
{
    if (!m_active) {
        return;
    }
    if (!m_files.isEmpty()) {
        m_files.removeFirst();
    }
    ++m_done;
    if (m_withoutAsking && report.rejected == 0) {
        next();
        return;
    }
    auto *dialog = new ImportResultDialog(m_bench, file, report, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, &ImportQueue::next);
    dialog->open();
}

void ImportQueue::onFailed()
{
    if (!m_active) {
        return;
    }
    if (!m_files.isEmpty()) {
        m_files.removeFirst();
    }
    ++m_done;
    next();
}

} // namespace cuntu::ui
