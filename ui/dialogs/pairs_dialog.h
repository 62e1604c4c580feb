// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/suitability/weights.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QSlider;

namespace cuntu::ui {

/// Criteria held against each other, one pair a line, with what the judgements come to and how consistent they are.
class PairsDialog : public QDialog {
    Q_OBJECT

public:
    explicit PairsDialog(const QStringList &criteria, QWidget *parent = nullptr);

    const PairwiseWeights &weights() const { return m_weights; }
    /// One for each pair.
    std::vector<PairwiseJudgement> judgements() const;
    /// Those of pairs that are there are taken, ratios to the nearest whole number up to 9 or one part of it.
    void setJudgements(const std::vector<PairwiseJudgement> &judgements);

private:
    struct Pair {
        PairwiseJudgement judgement;
        QSlider *slider = nullptr;
        QLabel *said = nullptr;
    };
    QWidget *makePairs();
    void judge();

    QStringList m_criteria;
    std::vector<Pair> m_pairs;
    PairwiseWeights m_weights;
    QLabel *m_consistency = nullptr;
    QLabel *m_shares = nullptr;
};

} // namespace cuntu::ui
