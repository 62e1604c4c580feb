// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/suitability/weighing.h"
#include "ui/window/workbench.h"

namespace cuntu::ui {

/// Land that is weighed by hand: measured once in a job, then scored on a worker whenever a weight moves. GUI thread.
class LandWeighing : public QObject {
    Q_OBJECT

public:
    explicit LandWeighing(Workbench &bench, QObject *parent = nullptr);
    ~LandWeighing() override;

    /// The algorithms of the project's programmes that weigh land.
    std::vector<const Algorithm *> algorithms() const;
    /// Measures all criteria of @p algorithm with what is @p given; measured() or failed() follows. Weights and
    /// exclusions are those of the last time with it, where they fit.
    void measure(const Algorithm &algorithm, const QMap<QString, QString> &given, Day asOf);
    void stop();
    bool isMeasuring() const { return m_job != 0; }
    /// Drops the land.
    void clear();

    /// Null until it is measured.
    const std::shared_ptr<const WeighedLand> &land() const { return m_land; }
    /// One for each criterion, 0 to 100.
    const std::vector<double> &weights() const { return m_weights; }
    const ExclusionsOn &exclusions() const { return m_on; }
    void setWeight(std::size_t criterion, double weight);
    void setWeights(std::vector<double> weights);
    void setExclusion(std::size_t exclusion, bool on);
    /// What criteria were judged in pairs to be the last time with this algorithm, as far as they are there now.
    std::vector<PairwiseJudgement> judgements() const;
    /// @p criteria: how many were judged; of land that is gone, or has another number of them, nothing is kept.
    void keepJudgements(std::size_t criteria, const std::vector<PairwiseJudgement> &judgements);
    /// Takes the last change of weights or exclusions back.
    void undo();
    bool canUndo() const { return !m_before.empty(); }

    /// What is given to the algorithm now, weights and exclusions among it.
    QMap<QString, QString> given() const;
    const QString &algorithmId() const { return m_algorithm; }

    /// One criterion at a place.
    struct Part {
        double measure = 0; ///< not-a-number: unknown
        double value = 0;
        double share = 0; ///< of the score that it gives
    };
    struct PlaceParts {
        std::vector<Part> parts; ///< per criterion; empty: outside the land
        double score = 0;
        std::vector<std::size_t> excludedBy;
    };
    /// @p place is in the project's CRS.
    PlaceParts partsAt(Point place) const;

Q_SIGNALS:
    void started();
    void progressed(double share, const QString &doing);
    void measured();
    void failed(const cuntu::Error &error);
    /// Weights or exclusions are others now.
    void changed();
    /// The scores lie in @p file, in memory, until the next two come.
    void scored(const QString &file);
    /// What the algorithm concludes from the present weights.
    void concluded(const cuntu::Outcome &outcome);
    void cleared();

private:
    struct State {
        std::vector<double> weights;
        ExclusionsOn on;
    };
    void take(const Result<Immutable<WeighedLand>> &land);
    void restoreWeights();
    void noteBefore(int what);
    void update();
    void score();
    void conclude();

    Workbench &m_bench;
    PacedJob m_scoring;
    LatestJob m_concluding;
    QTimer m_rest; ///< conclusions wait until the weights rest
    JobRunner::Id m_job = 0;
    QString m_algorithm;
    QMap<QString, QString> m_given;
    Day m_asOf;
    std::shared_ptr<const WeighedLand> m_land;
    std::vector<double> m_weights;
    ExclusionsOn m_on;
    std::vector<State> m_before;
    QElapsedTimer m_sinceChange;
    int m_lastChanged = -1; ///< what was changed last, so that one drag is one step to take back
    QStringList m_files;    ///< in memory, the newest last
    int m_lastFile = 0;
};

} // namespace cuntu::ui
