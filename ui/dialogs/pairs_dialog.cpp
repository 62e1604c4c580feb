// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/pairs_dialog.h"

#include "ui/panels/panel_parts.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

namespace cuntu::ui {
namespace {

/// -8 to 8 as the ratio of the left one to the right one: to the left it counts more.
double ratioOf(int position)
{
    return position <= 0 ? 1.0 - position : 1.0 / (1 + position);
}

int positionOf(double ratio)
{
    return static_cast<int>(std::lround(ratio >= 1 ? 1 - ratio : 1 / ratio - 1));
}

QString textOf(double ratio)
{
    return ratio >= 1 ? QString::number(ratio) : QStringLiteral("1/%1").arg(std::lround(1 / ratio));
}

} // namespace

PairsDialog::PairsDialog(const QStringList &criteria, QWidget *parent) : QDialog(parent), m_criteria(criteria)
{
    setObjectName(QStringLiteral("pairsDialog"));
    setWindowTitle(tr("Compare in pairs"));
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(makePairs());
    m_consistency = makeNote(QStringLiteral("pairsConsistency"));
    m_shares = makeNote(QStringLiteral("pairsShares"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    auto *help = makeNote(QStringLiteral("pairsHelp"));
    help->setText(
        tr("Move each slider towards the criterion that matters more: 1 as much, 3 somewhat, 5 clearly, 7 very "
           "much, 9 extremely more."));
    layout->addWidget(help);
    layout->addWidget(area, 1);
    layout->addWidget(m_shares);
    layout->addWidget(m_consistency);
    layout->addWidget(buttons);
    resize(560, 520);
    judge();
}

QWidget *PairsDialog::makePairs()
{
    auto *all = new QWidget;
    auto *grid = new QGridLayout(all);
    grid->setColumnStretch(1, 1);
    const auto count = static_cast<std::size_t>(m_criteria.size());
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = a + 1; b < count; ++b) {
            Pair pair{{a, b, 1}, new QSlider(Qt::Horizontal), new QLabel};
            pair.slider->setObjectName(QStringLiteral("pair_%1_%2").arg(a).arg(b));
            pair.slider->setRange(-8, 8);
            pair.slider->setPageStep(2);
            const QString left = m_criteria[static_cast<qsizetype>(a)];
            const QString right = m_criteria[static_cast<qsizetype>(b)];
            pair.slider->setAccessibleName(tr("%1 against %2").arg(left, right));
            const int line = static_cast<int>(m_pairs.size());
            auto *name = new QLabel(left);
            name->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            grid->addWidget(name, line, 0);
            grid->addWidget(pair.slider, line, 1);
            grid->addWidget(new QLabel(right), line, 2);
            grid->addWidget(pair.said, line, 3);
            connect(pair.slider, &QSlider::valueChanged, this, &PairsDialog::judge);
            m_pairs.push_back(pair);
        }
    }
    return all;
}

std::vector<PairwiseJudgement> PairsDialog::judgements() const
{
    std::vector<PairwiseJudgement> all;
    for (const Pair &pair : m_pairs) {
        all.push_back(pair.judgement);
    }
    return all;
}

void PairsDialog::setJudgements(const std::vector<PairwiseJudgement> &judgements)
{
    for (const PairwiseJudgement &judgement : judgements) {
        for (const Pair &pair : m_pairs) {
            if (pair.judgement.a == judgement.a && pair.judgement.b == judgement.b) {
                pair.slider->setValue(positionOf(judgement.ratio));
            }
        }
    }
}

void PairsDialog::judge()
{
    for (Pair &pair : m_pairs) {
        pair.judgement.ratio = ratioOf(pair.slider->value());
        pair.said->setText(textOf(pair.judgement.ratio));
    }
    const auto found = weightsFromPairs(static_cast<std::size_t>(m_criteria.size()), judgements());
    if (!found) {
        return; // the sliders leave no room for that
    }
    m_weights = *found;
    QStringList shares;
    for (std::size_t i = 0; i < m_weights.weights.size(); ++i) {
        shares << QStringLiteral("%1 %2 %")
                      .arg(m_criteria[static_cast<qsizetype>(i)])
                      .arg(100 * m_weights.weights[i], 0, 'f', 1);
    }
    m_shares->setText(shares.join(QStringLiteral(" · ")));
    QString said = tr("Consistency ratio %1.").arg(m_weights.ratio, 0, 'f', 3);
    if (!m_weights.isConsistent() && m_weights.worst) {
        said += QLatin1Char(' ') +
                tr("The judgements contradict each other (at most 0.1 is good). Farthest off: %1 against "
                   "%2 is %3, all others say %4.")
                    .arg(m_criteria[static_cast<qsizetype>(m_weights.worst->a)],
                         m_criteria[static_cast<qsizetype>(m_weights.worst->b)], textOf(m_weights.worst->ratio))
                    .arg(m_weights.worstWouldBe, 0, 'f', 2);
    }
    m_consistency->setText(said);
}

} // namespace cuntu::ui
