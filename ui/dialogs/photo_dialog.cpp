// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/photo_dialog.h"

#include "core/project/settings.h"
#include "ui/dialogs/ask_file.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTreeWidget>

namespace cuntu::ui {

PhotoDialog::PhotoDialog(Workbench &bench, const QStringList &paths, QWidget *parent)
    : QDialog(parent), m_bench(bench), m_planning(bench.jobs), m_paths(paths)
{
    setObjectName(QStringLiteral("photoDialog"));
    setWindowTitle(tr("Add photos"));
    setAcceptDrops(true);
    resize(860, 520);
    makeWidgets();
    makeLayout();
    connect(m_layer, &QComboBox::currentIndexChanged, this, &PhotoDialog::reload);
    connect(m_within, &QDoubleSpinBox::valueChanged, this, &PhotoDialog::reload);
    connect(m_shifted, &QCheckBox::toggled, this, &PhotoDialog::reload);
    connect(m_toPicked, &QCheckBox::toggled, this, &PhotoDialog::reload);
    connect(m_who, &QLineEdit::textChanged, this, &PhotoDialog::check);
    connect(m_table, &QTreeWidget::itemChanged, this, &PhotoDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    reload();
}

void PhotoDialog::makeWidgets()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    const Selection &picked = m_bench.view.selection();
    m_layer = new QComboBox;
    m_layer->setObjectName(QStringLiteral("photoLayer"));
    m_layer->setAccessibleName(tr("Layer that they show"));
    for (const LayerInfo &layer : state->layers) {
        if (layer.schema.geometry != GeometryType::None && layer.features > 0) {
            m_layer->addItem(layer.schema.name.toString(), layer.schema.id);
        }
    }
    m_layer->setCurrentIndex(std::max(0, m_layer->findData(picked.layer)));
    m_within = new QDoubleSpinBox;
    m_within->setObjectName(QStringLiteral("photoWithin"));
    m_within->setRange(0, 99999);
    m_within->setDecimals(0);
    m_within->setSuffix(tr(" m"));
    const QString stored = state->snapshot->setting(QString::fromUtf16(k_photoReachSetting));
    m_within->setValue(parseNumber(stored).value_or(200));
    m_shifted = new QCheckBox(tr("The phone gives GCJ-02, the shifted system of Chinese web maps"));
    m_shifted->setObjectName(QStringLiteral("photoShifted"));
    m_toPicked = new QCheckBox(tr("All of them show the picked feature"));
    m_toPicked->setObjectName(QStringLiteral("photoToPicked"));
    m_toPicked->setVisible(picked.features.size() == 1);
    m_who = new QLineEdit(m_bench.settings.who());
    m_who->setObjectName(QStringLiteral("photoWho"));
    m_table = new QTreeWidget;
    m_table->setObjectName(QStringLiteral("photoTable"));
    m_table->setAccessibleName(tr("Photos"));
    m_table->setHeaderLabels({tr("File"), tr("Taken"), tr("Shows"), tr("m away"), tr("What is doubtful")});
    m_table->setRootIsDecorated(false);
    m_table->setAlternatingRowColors(true);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_note = new QLabel;
    m_note->setObjectName(QStringLiteral("photoNote"));
    m_note->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Add"));
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("photoAccept"));
}

void PhotoDialog::makeLayout()
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("They show features of the &layer"), m_layer);
    form->addRow(tr("&Within"), m_within);
    form->addRow(QString(), m_shifted);
    form->addRow(QString(), m_toPicked);
    form->addRow(tr("Added &by"), m_who);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_buttons);
}

PhotoOrder PhotoDialog::order() const
{
    PhotoOrder order;
    order.layer = m_layer->currentData().toString();
    order.within_m = m_within->value();
    if (m_shifted->isChecked()) {
        order.cameraCrs = Crs::gcj02();
    }
    const Selection &picked = m_bench.view.selection();
    if (m_toPicked->isChecked() && picked.features.size() == 1) {
        order.layer = picked.layer;
        order.to = picked.features.front();
    }
    return order;
}

void PhotoDialog::reload()
{
    m_layer->setEnabled(!m_toPicked->isChecked());
    m_isPlanning = true;
    m_planning.run(
        tr("Looking at photos"), this,
        [project = m_bench.session.project(), snapshot = m_bench.session.state()->snapshot, paths = m_paths,
         order = order()](const JobContext &job) -> Result<Plan> {
            auto files = readPhotoFiles(paths, job);
            auto planned = files ? planPhotos(*project, *snapshot, files->candidates, order, job)
                                 : Result<std::vector<PlannedPhoto>>(files.error());
            return planned ? Result<Plan>(Plan{std::move(*files), std::move(*planned)}) : Result<Plan>(planned.error());
        },
        [this](Result<Plan> plan) {
            m_isPlanning = false;
            if (plan) {
                show(std::move(*plan));
            } else {
                m_bench.log.fail(plan.error());
                check();
            }
        });
    check();
}

void PhotoDialog::show(Plan plan)
{
    m_plan = std::move(plan);
    const QSignalBlocker quiet(m_table);
    m_table->clear();
    for (const PlannedPhoto &planned : m_plan.planned) {
        const Photo &photo = planned.photo;
        auto *item = new QTreeWidgetItem(
            m_table,
            {photo.name,
             photo.facts.taken ? photo.facts.taken->toIso().replace(QLatin1Char('T'), QLatin1Char(' ')) : QString(),
             planned.feature, photo.distance_m ? QString::number(*photo.distance_m, 'f', 0) : QString(),
             planned.warnings.join(QStringLiteral("; "))});
        item->setTextAlignment(3, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(4, planned.warnings.join(QLatin1Char('\n')));
        if (planned.isThere) {
            item->setFlags(Qt::ItemIsSelectable);
        } else {
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(0, Qt::Checked);
        }
    }
    for (const PhotoFiles::Refused &file : m_plan.files.refused) {
        auto *item = new QTreeWidgetItem(m_table, {QFileInfo(file.file).fileName(), {}, {}, {}, file.why.sentence});
        item->setFlags(Qt::ItemIsSelectable);
    }
    check();
}

std::vector<NewPhoto> PhotoDialog::photos() const
{
    std::vector<NewPhoto> photos;
    for (std::size_t i = 0; i < m_plan.planned.size(); ++i) {
        const PlannedPhoto &planned = m_plan.planned[i];
        const QTreeWidgetItem *item = m_table->topLevelItem(static_cast<int>(i));
        if (item != nullptr && !planned.isThere && item->checkState(0) == Qt::Checked) {
            photos.push_back({planned.candidate.file, planned.photo});
        }
    }
    return photos;
}

QString PhotoDialog::who() const
{
    return m_who->text().trimmed();
}

void PhotoDialog::check()
{
    const auto ticked = static_cast<int>(photos().size());
    const QString why = m_isPlanning        ? tr("Looking at the photos…")
                        : m_paths.isEmpty() ? tr("Drop photos or a folder here.")
                        : ticked == 0       ? tr("There is nothing to add.")
                        : who().isEmpty()   ? tr("Say who adds them.")
                                            : QString();
    m_note->setText(why.isEmpty()
                        ? tr("%n photo(s) will be added; those without a place can be attached later.", nullptr, ticked)
                        : why);
    QPushButton *accept = m_buttons->button(QDialogButtonBox::Ok);
    accept->setEnabled(why.isEmpty());
    accept->setToolTip(why);
}

void PhotoDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void PhotoDialog::dropEvent(QDropEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile() && !m_paths.contains(url.toLocalFile())) {
            m_paths << url.toLocalFile();
        }
    }
    event->acceptProposedAction();
    reload();
}

} // namespace cuntu::ui
