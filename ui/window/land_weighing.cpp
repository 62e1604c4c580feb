// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/land_weighing.h"

#include "core/io/score_file.h"

#include <algorithm>
#include <cmath>

namespace cuntu::ui {
namespace {

constexpr int k_restBeforeConclusion_ms = 500;
constexpr qint64 k_oneDrag_ms = 1500;

constexpr char16_t k_judgements[] = u"judgements";

QString settingsKey(const QString &algorithm, const char16_t *parameter)
{
    return QStringLiteral("weighing/%1/%2").arg(algorithm, QString::fromUtf16(parameter));
}

Result<QString> writeScored(const WeighedLand &land, const std::vector<double> &weights, const ExclusionsOn &on,
                            const QString &file, const JobContext &job)
{
    const auto scaled = scaledWeights(weights);
    const auto scores =
        scaled ? weightedScores(land, scaled->weights, openCells(land, on), job) : Result<Grid>(scaled.error());
    if (!scores) {
        return scores.error();
    }
    const GridFrame &frame = land.frame;
    const auto written = writeScores(
        file, {frame.crs, frame.corner, frame.stepX, frame.stepY, frame.columns, frame.rows, scores->values}, {});
    return written ? Result<QString>(file) : Result<QString>(written.error());
}

} // namespace

LandWeighing::LandWeighing(Workbench &bench, QObject *parent)
    : QObject(parent), m_bench(bench), m_scoring(bench.jobs, 1), m_concluding(bench.jobs)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(k_restBeforeConclusion_ms);
    connect(&m_rest, &QTimer::timeout, this, &LandWeighing::conclude);
    connect(&bench.session, &Session::closed, this, &LandWeighing::clear);
    connect(&bench.jobs, &JobRunner::progressed, this, [this](JobRunner::Id job, double share, const QString &doing) {
        if (job == m_job && m_job != 0) {
            Q_EMIT progressed(share, doing);
        }
    });
}

LandWeighing::~LandWeighing()
{
    m_scoring.stop();
    for (const QString &file : m_files) {
        forgetScores(file);
    }
}

std::vector<const Algorithm *> LandWeighing::algorithms() const
{
    std::vector<const Algorithm *> found;
    if (const Immutable<ProjectState> &state = m_bench.session.state()) {
        for (const Algorithm &algorithm : state->registry->algorithms) {
            if (weighingOf(algorithm) != nullptr) {
                found.push_back(&algorithm);
            }
        }
    }
    return found;
}

void LandWeighing::measure(const Algorithm &algorithm, const QMap<QString, QString> &given, Day asOf)
{
    const Immutable<ProjectState> state = m_bench.session.state();
    if (m_job != 0 || !state) {
        return;
    }
    auto values = ParameterValues::parse(algorithm.parameters, given);
    if (!values) {
        Q_EMIT failed(values.error());
        return;
    }
    m_algorithm = algorithm.id;
    m_given = given;
    m_asOf = asOf;
    m_job = m_bench.jobs.run(
        JobRunner::Kind::Shown, tr("Measuring the land"), this,
        [state, id = algorithm.id, values = *values, asOf](const JobContext &job) {
            return weighingOf(*state->registry->findAlgorithm(id))->measure({*state->snapshot, values, asOf}, job);
        },
        [this](const Result<Immutable<WeighedLand>> &land) { take(land); });
    Q_EMIT started();
}

void LandWeighing::stop()
{
    m_bench.jobs.cancel(m_job);
}

void LandWeighing::clear()
{
    m_bench.jobs.drop(std::exchange(m_job, 0));
    m_scoring.stop();
    m_concluding.stop();
    m_rest.stop();
    m_land.reset();
    m_before.clear();
    Q_EMIT cleared();
}

void LandWeighing::take(const Result<Immutable<WeighedLand>> &land)
{
    m_job = 0;
    if (!land) {
        if (land.error().code != ErrorCode::Cancelled) {
            m_bench.log.fail(land.error());
        }
        Q_EMIT failed(land.error());
        return;
    }
    m_land = *land;
    m_before.clear();
    restoreWeights();
    Q_EMIT measured();
    update();
}

/// Kept by the ids of criteria, which stay the same where some are added or left out.
std::vector<PairwiseJudgement> LandWeighing::judgements() const
{
    std::vector<PairwiseJudgement> known;
    const QVariantMap kept = m_bench.settings.value(settingsKey(m_algorithm, k_judgements)).toMap();
    for (auto it = kept.cbegin(); m_land && it != kept.cend(); ++it) {
        const auto a = m_land->criterion(it.key().section(QLatin1Char('>'), 0, 0));
        const auto b = m_land->criterion(it.key().section(QLatin1Char('>'), 1));
        if (const double ratio = it.value().toDouble(); a && b && ratio > 0) {
            known.push_back(*a < *b ? PairwiseJudgement{*a, *b, ratio} : PairwiseJudgement{*b, *a, 1 / ratio});
        }
    }
    return known;
}

void LandWeighing::keepJudgements(std::size_t criteria, const std::vector<PairwiseJudgement> &judgements)
{
    if (!m_land || m_land->criteria.size() != criteria) {
        return; // judged of land that is gone
    }
    QVariantMap kept;
    for (const PairwiseJudgement &judgement : judgements) {
        kept[m_land->criteria[judgement.a].id + QLatin1Char('>') + m_land->criteria[judgement.b].id] = judgement.ratio;
    }
    m_bench.settings.setValue(settingsKey(m_algorithm, k_judgements), kept);
}

void LandWeighing::restoreWeights()
{
    const auto kept = [this](const char16_t *parameter) {
        return m_bench.settings.value(settingsKey(m_algorithm, parameter)).toString();
    };
    auto scaled = weightsFor(*m_land, kept(k_weightsParameter));
    if (!scaled) {
        scaled = weightsFor(*m_land, {}); // of other criteria
    }
    m_weights = scaled ? scaled->weights : std::vector<double>(m_land->criteria.size(), 1);
    const double largest = std::max(1e-9, *std::max_element(m_weights.begin(), m_weights.end()));
    for (double &weight : m_weights) {
        weight = std::round(1000 * weight / largest) / 10; // the most important one has 100
    }
    const auto on = exclusionsWithout(*m_land, kept(k_withoutParameter));
    m_on = on ? *on : ExclusionsOn(m_land->exclusions.size(), true);
}

void LandWeighing::noteBefore(int what)
{
    const bool isSameDrag = what == m_lastChanged && m_sinceChange.isValid() && m_sinceChange.elapsed() < k_oneDrag_ms;
    if (!isSameDrag) {
        m_before.push_back({m_weights, m_on});
    }
    m_lastChanged = what;
    m_sinceChange.start();
}

void LandWeighing::setWeight(std::size_t criterion, double weight)
{
    if (!m_land || m_weights[criterion] == weight) {
        return;
    }
    noteBefore(static_cast<int>(criterion));
    m_weights[criterion] = weight;
    update();
}

void LandWeighing::setWeights(std::vector<double> weights)
{
    if (!m_land || weights.size() != m_weights.size()) {
        return; // judged of land that is gone
    }
    noteBefore(-1);
    m_weights = std::move(weights);
    update();
}

void LandWeighing::setExclusion(std::size_t exclusion, bool on)
{
    if (!m_land || m_on[exclusion] == on) {
        return;
    }
    noteBefore(static_cast<int>(m_weights.size() + exclusion));
    m_on[exclusion] = on;
    update();
}

void LandWeighing::undo()
{
    if (canUndo()) {
        m_weights = std::move(m_before.back().weights);
        m_on = std::move(m_before.back().on);
        m_before.pop_back();
        m_lastChanged = -1;
        update();
    }
}

QMap<QString, QString> LandWeighing::given() const
{
    QMap<QString, QString> all = m_given;
    QMap<QString, double> weights;
    QStringList without;
    for (std::size_t i = 0; m_land && i < m_weights.size(); ++i) {
        weights[m_land->criteria[i].id] = m_weights[i];
    }
    for (std::size_t i = 0; m_land && i < m_on.size(); ++i) {
        if (!m_on[i]) {
            without << m_land->exclusions[i].id;
        }
    }
    all[QString::fromUtf16(k_weightsParameter)] = weightsToText(weights);
    all[QString::fromUtf16(k_withoutParameter)] = without.join(QStringLiteral("; "));
    return all;
}

void LandWeighing::update()
{
    const QMap<QString, QString> all = given();
    for (const char16_t *parameter : {k_weightsParameter, k_withoutParameter}) {
        m_bench.settings.setValue(settingsKey(m_algorithm, parameter), all[QString::fromUtf16(parameter)]);
    }
    Q_EMIT changed();
    score();
    m_concluding.stop();
    m_rest.start();
}

void LandWeighing::score()
{
    const QString file = QStringLiteral("/vsimem/cuntu_scores_%1.tif").arg(++m_lastFile);
    m_scoring.follow(
        tr("Weighing"), this,
        [land = m_land, weights = m_weights, on = m_on, file](const JobContext &job) {
            return writeScored(*land, weights, on, file, job);
        },
        [this](const Result<QString> &written) {
            if (!written) {
                if (written.error().code != ErrorCode::Cancelled) {
                    m_bench.log.warn(written.error().sentence);
                }
                return;
            }
            m_files << *written;
            Q_EMIT scored(*written);
            // The map may still be drawing the one before.
            while (m_files.size() > 3) {
                forgetScores(m_files.takeFirst());
            }
        });
}

void LandWeighing::conclude()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    const Algorithm *algorithm = state ? state->registry->findAlgorithm(m_algorithm) : nullptr;
    const auto values = algorithm != nullptr ? ParameterValues::parse(algorithm->parameters, given())
                                             : Result<ParameterValues>(Error{});
    if (!m_land || !values) {
        return;
    }
    m_concluding.run(
        tr("Ranking"), this,
        [state, id = m_algorithm, land = m_land, values = *values, asOf = m_asOf](const JobContext &job) {
            const Weighing *weighing = weighingOf(*state->registry->findAlgorithm(id));
            return weighing->conclude({*state->snapshot, values, asOf}, *land, job);
        },
        [this](const Result<Outcome> &outcome) {
            if (outcome) {
                Q_EMIT concluded(*outcome);
            } else if (outcome.error().code != ErrorCode::Cancelled) {
                Q_EMIT failed(outcome.error());
            }
        });
}

LandWeighing::PlaceParts LandWeighing::partsAt(Point place) const
{
    PlaceParts found;
    const Immutable<ProjectState> &state = m_bench.session.state();
    const auto scaled = m_land && state ? scaledWeights(m_weights) : Result<ScaledWeights>(Error{});
    const auto transform =
        scaled ? CrsTransform::create(state->crs, m_land->frame.crs) : Result<CrsTransform>(scaled.error());
    if (!transform) {
        return found;
    }
    transform->apply(std::span(&place, 1));
    const auto cell = m_land->frame.cellAt(place);
    for (std::size_t i = 0; cell && i < m_weights.size(); ++i) {
        const WeighedCriterion &criterion = m_land->criteria[i];
        const double value = criterion.values[*cell];
        const double share = scaled->weights[i] > 0 ? scaled->weights[i] * value : 0;
        found.parts.push_back({criterion.measures[*cell], value, share});
        found.score += share;
    }
    for (std::size_t i = 0; cell && i < m_on.size(); ++i) {
        if (m_on[i] && m_land->exclusions[i].cells[*cell] != 0) {
            found.excludedBy.push_back(i);
        }
    }
    return found;
}

} // namespace cuntu::ui
