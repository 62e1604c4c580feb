// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/figure_panel.h"

#include "core/algorithm/unit.h"
#include "core/progress/figure_text.h"
#include "ui/dialogs/ask_file.h"
#include "ui/panels/figure_change_page.h"
#include "ui/panels/figure_parts_page.h"
#include "ui/panels/figure_plan_page.h"
#include "ui/panels/figure_trial_page.h"
#include "ui/panels/panel_parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QTabWidget>
#include <QToolButton>

namespace cuntu::ui {
namespace {

constexpr double k_valueSize = 1.7; ///< of the number, to the usual text

} // namespace

FigurePanel::FigurePanel(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_working(bench.jobs), m_tabs(new QTabWidget)
{
    setObjectName(QStringLiteral("figurePanel"));
    m_tabs->setObjectName(QStringLiteral("figureTabs"));
    m_tabs->setDocumentMode(true);
    addPage(new FigurePartsPage(bench), tr("Made of"), tr("The rule and the places behind the figure"));
    addPage(new FigureChangePage(bench), tr("Changes"), tr("Why the figure changed since another day"));
    addPage(new FigureTrialPage(bench), tr("Try"), tr("The figure by another definition"));
    addPage(new FigurePlanPage(bench), tr("Cheapest"), tr("The cheapest places with which the target is reached"));
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_tabs, 1);
    auto *empty = makeEmptyNote(QStringLiteral("figureEmpty"));
    empty->setText(tr("No figure yet.\n\nClick a row of the indicators or milestones, or a cell of the board, to see "
                      "what it is made of, why it changed and what would change it."));
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(empty);
    m_stack->addWidget(page);
    connect(&bench.session, &Session::closed, this, [this] { takePick(std::nullopt); });
    connect(&bench.session, &Session::stateChanged, this, &FigurePanel::refreshTarget);
    connect(&bench.view, &ViewState::asOfChanged, this, &FigurePanel::followDay);
}

void FigurePanel::addPage(FigurePage *page, const QString &title, const QString &tip)
{
    m_tabs->setTabToolTip(m_tabs->addTab(page, title), tip);
    m_pages.push_back(page);
    connect(page, &FigurePage::featurePicked, this, &FigurePanel::featurePicked);
}

QWidget *FigurePanel::makeHeader()
{
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(11, 9, 8, 6);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    m_title = new QLabel;
    m_title->setObjectName(QStringLiteral("figureTitle"));
    m_title->setWordWrap(true);
    m_value = new QLabel;
    m_value->setObjectName(QStringLiteral("figureValue"));
    QFont large = m_value->font();
    large.setPointSizeF(large.pointSizeF() * k_valueSize);
    large.setBold(true);
    m_value->setFont(large);
    m_count = makeNote(QStringLiteral("figureCount"));
    for (QLabel *label : {m_title, m_value, m_count}) {
        texts->addWidget(label);
    }
    row->addLayout(texts, 1);
    for (const auto &[name, picture, tip, slot] :
         {std::tuple(QStringLiteral("figureReceipt"), QStringLiteral("export"),
                     tr("Save a receipt: a file that proves the figure"), &FigurePanel::saveReceipt),
          std::tuple(QStringLiteral("figureProve"), QStringLiteral("import"), tr("Check a receipt"),
                     &FigurePanel::proveReceipt)}) {
        auto *button = new QToolButton;
        button->setObjectName(name);
        button->setIcon(icon(picture, m_bench.theme));
        button->setAutoRaise(true);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        row->addWidget(button, 0, Qt::AlignTop);
        connect(button, &QToolButton::clicked, this, slot);
    }
    return header;
}

void FigurePanel::setPick(const FigurePick &pick)
{
    takePick(pick);
}

void FigurePanel::takePick(std::optional<FigurePick> pick)
{
    m_working.stop();
    m_pick = std::move(pick);
    m_stack->setCurrentIndex(m_pick ? 1 : 0);
    for (FigurePage *page : m_pages) {
        page->setPick(m_pick);
    }
    followDay();
}

void FigurePanel::refreshTarget()
{
    if (!m_pick) {
        return;
    }
    if (m_pick->target) {
        const std::vector<Target> &targets = m_bench.session.state()->targets;
        const auto found = std::find_if(targets.begin(), targets.end(),
                                        [&](const Target &target) { return target.id == m_pick->target->id; });
        if (found == targets.end()) {
            m_pick->target.reset();
            takePick(m_pick);
            return;
        }
    }
    followDay();
}

void FigurePanel::followDay()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!m_pick || !state || m_bench.session.registry().findIndicator(m_pick->question.indicator) == nullptr) {
        return;
    }
    m_working.follow(
        tr("Working out a figure"), this,
        [state, question = m_pick->question, day = m_bench.view.asOf()](const JobContext &job) {
            return featuresBehind(*state->snapshot, *state->registry, question, day, job);
        },
        [this](const Result<IndicatorSet> &set) {
            if (set && m_pick) {
                showFigure(*set);
            }
        });
}

void FigurePanel::showFigure(const IndicatorSet &set)
{
    const Indicator &indicator = *m_bench.session.registry().findIndicator(m_pick->question.indicator);
    const AreaCode &area = m_pick->question.area;
    const Day day = m_bench.view.asOf();
    const QString name =
        area.isEmpty() ? tr("the whole project") : m_bench.session.state()->snapshot->areas().nameOf(area, day);
    const Contribution sum = sumOf(set);
    const auto value = valueOf(indicator, sum.numerator, sum.denominator);
    const auto promised = m_pick->target ? std::optional(m_pick->target->value) : std::nullopt;
    m_title->setText(QStringLiteral("%1 · %2").arg(indicator.name.toString(), name));
    m_value->setText(value ? figureText(*value, indicator.unit, promised) : QStringLiteral("—"));
    const QString thing = unitText(indicator.countedThing);
    const QString count =
        tr("%1 of %2 %3").arg(plainFigureText(sum.numerator, {}), plainFigureText(sum.denominator, {}), thing);
    QStringList lines{tr("%1, as of %2").arg(count.trimmed(), day.toIso())};
    if (m_pick->target) {
        lines << tr("%1 promises %2").arg(m_pick->target->label, figureText(*promised, indicator.unit));
    }
    m_count->setText(lines.join(QLatin1Char('\n')));
}

void FigurePanel::saveReceipt()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    FileQuestion question;
    question.title = tr("Save a receipt");
    question.filters = QStringList{tr("Receipts (*.json)")};
    question.suffix = QStringLiteral("json");
    question.save = true;
    question.suggestion = QStringLiteral("%1 %2.json").arg(m_pick->question.indicator, m_bench.view.asOf().toIso());
    askFile(this, question,
            [this, state, figure = m_pick->question, day = m_bench.view.asOf()](const QStringList &files) {
                m_bench.jobs.run(
                    JobRunner::Kind::Shown, tr("Drawing a receipt up"), this,
                    [=](const JobContext &job) { return ui::saveReceipt(*state, figure, day, files.front(), job); },
                    [this, file = files.front()](const Result<Receipt> &receipt) {
                        if (!receipt) {
                            m_bench.log.fail(receipt.error());
                            return;
                        }
                        m_bench.log.info(tr("Receipt in %1: it can be checked here or with 'cuntu verify'").arg(file));
                    });
            });
}

void FigurePanel::proveReceipt()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    FileQuestion question;
    question.title = tr("Check a receipt");
    question.filters = QStringList{tr("Receipts (*.json)")};
    askFile(this, question, [this, state](const QStringList &files) {
        m_bench.jobs.run(
            JobRunner::Kind::Shown, tr("Checking a receipt"), this,
            [=](const JobContext &job) { return ui::proveReceipt(*state, files.front(), job); },
            [this](const Result<Verification> &verification) {
                if (!verification) {
                    m_bench.log.fail(verification.error());
                } else if (verification->differences.isEmpty()) {
                    m_bench.log.info(tr("The receipt holds, to the last of %n feature(s).", nullptr,
                                        static_cast<int>(verification->now.features)));
                } else {
                    m_bench.log.warn(
                        tr("The receipt does not hold: %1").arg(verification->differences.join(QStringLiteral("; "))));
                }
            });
    });
}

} // namespace cuntu::ui
