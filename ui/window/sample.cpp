// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/sample.h"

#include "core/project/import_roles.h"
#include "ui/window/project_state.h"
#include "ui/window/settings.h"
#include "ui/window/text.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cuntu::ui {
namespace {

const QString k_planFile = QStringLiteral("import.json");

Error planError(ErrorCode code, const QString &file, const QString &sentence)
{
    return {code, sentence, {.file = file}, Ui::tr("Install the program again, or import the files one by one."),
            {},   {}};
}

/// True where @p role is one of the host or of a loaded programme.
bool isKnown(const QString &role, const Registry &registry)
{
    const QString layer =
        role.startsWith(import_role::progressPrefix) ? role.mid(import_role::progressPrefix.size()) : role;
    return layer == import_role::targets || layer.startsWith(import_role::plainPrefix) ||
           registry.layerSchema(layer).has_value();
}

Result<SampleStep> stepFrom(const QJsonObject &file, const QString &folder)
{
    SampleStep step;
    const QString name = file[QStringLiteral("file")].toString();
    step.title = Ui::tr("importing %1").arg(name);
    step.request.file = QDir(folder).filePath(name);
    step.request.role = file[QStringLiteral("as")].toString();
    step.request.encoding = file[QStringLiteral("encoding")].toString();
    step.request.sheet = file[QStringLiteral("sheet")].toString();
    if (const QJsonObject style = file[QStringLiteral("style")].toObject(); !style.isEmpty()) {
        step.style = QString::fromUtf8(QJsonDocument(style).toJson(QJsonDocument::Compact));
    }
    step.request.who = Ui::tr("sample");
    step.request.rejectsFile = samplePath() + QLatin1Char('.') + name + QStringLiteral(".rejects.csv");
    if (const QString crs = file[QStringLiteral("source_crs")].toString(); !crs.isEmpty()) {
        auto known = Crs::fromUser(crs);
        if (!known) {
            return known.error();
        }
        step.request.sourceCrs = *known;
    }
    return step;
}

void removeFiles(const QString &path)
{
    for (const char *ending : {"", "-wal", "-shm", "-journal", ".lock"}) {
        QFile::remove(path + QString::fromLatin1(ending));
    }
}

Result<void> importAll(Project &project, const SamplePlan &plan, const JobContext &job)
{
    const double share = 1.0 / static_cast<double>(std::max<std::size_t>(plan.steps.size(), 1));
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const double before = share * static_cast<double>(i);
        JobContext part;
        part.cancel = job.cancel;
        part.progress = [&job, before, share, title = plan.steps[i].title](double done, const QString &) {
            job.report(before + share * std::clamp(done, 0.0, 1.0), title);
        };
        part.report(0, {});
        auto report = project.import(plan.steps[i].request, part);
        if (!report) {
            return report.error().during(plan.steps[i].title);
        }
        if (!plan.steps[i].style.isEmpty()) {
            auto styled = project.setStyle(report->layer, plan.steps[i].style);
            if (!styled) {
                return styled.error().during(plan.steps[i].title);
            }
        }
    }
    if (plan.asOf) {
        return project.setSetting(QString::fromUtf16(k_asOfSetting), plan.asOf->toIso());
    }
    return {};
}

} // namespace

Result<SamplePlan> readSamplePlan(const QString &folder, const Registry &registry)
{
    const QString path = QDir(folder).filePath(k_planFile);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return planError(ErrorCode::NotFound, path, Ui::tr("the sample data are not there"));
    }
    const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    SamplePlan plan{
        document[QStringLiteral("name")].toString(), Day::fromIso(document[QStringLiteral("as_of")].toString()), {}};
    for (const QJsonValue &value : document[QStringLiteral("files")].toArray()) {
        auto step = stepFrom(value.toObject(), folder);
        if (!step) {
            return step.error();
        }
        if (isKnown(step->request.role, registry)) {
            plan.steps.push_back(std::move(*step));
        }
    }
    if (plan.steps.empty()) {
        return planError(ErrorCode::Unreadable, path, Ui::tr("the sample's list of files is empty or damaged"));
    }
    return plan;
}

QString samplePath()
{
    return dataFolder() + QStringLiteral("/sample.cuntu");
}

Result<std::shared_ptr<Project>> makeSample(const QString &folder, const Immutable<Registry> &registry,
                                            const JobContext &job)
{
    auto plan = readSamplePlan(folder, *registry);
    if (!plan) {
        return plan.error();
    }
    const QString path = samplePath();
    removeFiles(path);
    auto project = Project::create({path, plan->name, {}}, registry);
    if (!project) {
        return project.error();
    }
    auto filled = importAll(**project, *plan, job);
    if (!filled) {
        project->reset();
        removeFiles(path);
        return filled.error();
    }
    return std::shared_ptr<Project>(std::move(*project));
}

} // namespace cuntu::ui
