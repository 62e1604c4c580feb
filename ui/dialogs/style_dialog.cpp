// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/style_dialog.h"

#include "maps/style/legend_text.h"
#include "ui/window/layer_look.h"
#include "ui/window/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>

namespace cuntu::ui {
namespace {

constexpr int k_byStatus = -1;
QDoubleSpinBox *spin(double min, double max, double step, const QString &suffix)
{
    auto *box = new QDoubleSpinBox;
    box->setRange(min, max);
    box->setSingleStep(step);
    box->setDecimals(1);
    box->setSuffix(suffix);
    return box;
}

} // namespace

StyleDialog::StyleDialog(Workbench &bench, const QString &layer, QWidget *parent)
    : QDialog(parent),
      m_bench(bench),
      m_layer(layer),
      m_schema(bench.session.state()->findLayer(layer)->schema),
      m_style(styleOf(*bench.session.state(), layer, {})),
      m_byStatus(isColouredByStatus(*bench.session.state(), layer, {})),
      m_loading(bench.jobs)
{
    setObjectName(QStringLiteral("styleDialog"));
    setWindowTitle(tr("Style of %1").arg(m_schema.name.toString()));
    setMinimumWidth(540); // the buttons of rules, in English, too
    makeWidgets();
    fillFields();
    showStyle();
    connect(m_kind, &QComboBox::activated, this, &StyleDialog::takeKind);
    connect(m_field, &QComboBox::activated, this, &StyleDialog::takeField);
    connect(m_count, &QSpinBox::valueChanged, this, &StyleDialog::makeClasses);
    connect(m_method, &QComboBox::activated, this, &StyleDialog::makeClasses);
    connect(m_vary, &QComboBox::activated, this, &StyleDialog::makeClasses);
    connect(m_label, &QComboBox::activated, this, &StyleDialog::takeSizes);
    for (QCheckBox *box : {m_givesWay, m_leader, m_standing}) {
        connect(box, &QCheckBox::toggled, this, &StyleDialog::takeSizes);
    }
    for (QDoubleSpinBox *box : {m_size, m_sizeFull, m_radius, m_opacity, m_labelSize}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, &StyleDialog::takeSizes);
    }
    connect(m_classes, &QTreeWidget::itemActivated, this, &StyleDialog::openClass);
    for (QComboBox *box : {m_sizeField, m_turnField, m_blend}) {
        connect(box, &QComboBox::activated, this, &StyleDialog::takeSizes);
    }
}

void StyleDialog::makeWidgets()
{
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("styleKind"));
    if (isColouredByStatus(*m_bench.session.state(), m_layer, {{m_layer, QString()}})) {
        m_kind->addItem(tr("by status"), k_byStatus);
    }
    m_kind->addItem(tr("one symbol"), static_cast<int>(LayerStyle::Kind::Single));
    m_kind->addItem(tr("by category"), static_cast<int>(LayerStyle::Kind::Categorised));
    m_kind->addItem(tr("by number"), static_cast<int>(LayerStyle::Kind::Graduated));
    m_kind->addItem(tr("by rules"), static_cast<int>(LayerStyle::Kind::Rules));
    if (m_schema.geometry == GeometryType::Point) {
        m_kind->addItem(tr("as a density"), static_cast<int>(LayerStyle::Kind::Density));
        m_kind->addItem(tr("joined where they lie together"), static_cast<int>(LayerStyle::Kind::Cluster));
    }
    m_field = new QComboBox;
    m_field->setObjectName(QStringLiteral("styleField"));
    m_count = new QSpinBox;
    m_count->setRange(2, 9);
    m_count->setValue(5);
    m_count->setObjectName(QStringLiteral("styleCount"));
    m_method = new QComboBox;
    m_method->setObjectName(QStringLiteral("styleMethod"));
    m_method->addItem(tr("as many features in each"), static_cast<int>(Classification::Quantile));
    m_method->addItem(tr("natural breaks"), static_cast<int>(Classification::NaturalBreaks));
    m_method->addItem(tr("equal intervals"), static_cast<int>(Classification::EqualInterval));
    m_method->addItem(tr("round numbers"), static_cast<int>(Classification::RoundNumbers));
    m_vary = new QComboBox;
    m_vary->setObjectName(QStringLiteral("styleVary"));
    m_vary->addItem(tr("by colour"), static_cast<int>(ClassPlan::Vary::Colour));
    if (m_schema.geometry != GeometryType::Polygon) {
        m_vary->addItem(tr("by size"), static_cast<int>(ClassPlan::Vary::Size));
        m_vary->addItem(tr("by colour and size"), static_cast<int>(ClassPlan::Vary::Both));
    }
    m_leftOut = new QLabel;
    m_leftOut->setObjectName(QStringLiteral("styleLeftOut"));
    m_leftOut->setWordWrap(true);
    m_classes = new QTreeWidget;
    m_classes->setObjectName(QStringLiteral("styleClasses"));
    m_classes->setHeaderHidden(true);
    m_classes->setRootIsDecorated(false);
    m_classes->setMinimumHeight(150);
    m_classes->setToolTip(tr("Enter or a double click opens a symbol or a rule"));
    m_ruleButtons = makeRuleButtons();
    makeSizeFields();
    makeBlend();
    m_size = spin(0.1, 20, 0.1, QStringLiteral(" mm"));
    m_size->setObjectName(QStringLiteral("styleSize"));
    m_radius = spin(0.5, 60, 0.5, QStringLiteral(" mm"));
    m_radius->setObjectName(QStringLiteral("styleRadius"));
    m_opacity = spin(0, 100, 5, QStringLiteral(" %"));
    m_givesWay = new QCheckBox(tr("No fill over &rasters"), this);
    m_givesWay->setObjectName(QStringLiteral("styleGivesWay"));
    m_givesWay->setVisible(m_schema.geometry == GeometryType::Polygon);
    m_givesWay->setToolTip(tr("Where pictures, terrains or online maps lie below the map, only borders are drawn"));
    m_label = new QComboBox;
    m_label->setObjectName(QStringLiteral("styleLabel"));
    m_labelSize = spin(1, 20, 0.2, QStringLiteral(" mm"));
    m_leader = new QCheckBox(tr("&Leader lines where there is no room"), this);
    m_leader->setObjectName(QStringLiteral("styleLeader"));
    m_leader->setToolTip(tr("Labels that find no place at their point or in their area stand further out, with a thin "
                            "line to it"));
    m_leader->setVisible(m_schema.geometry != GeometryType::Line);
    m_standing = new QCheckBox(tr("Chinese text &may stand"), this);
    m_standing->setObjectName(QStringLiteral("styleStanding"));
    m_standing->setToolTip(tr("From top to bottom along steep lines and in tall narrow areas"));
    m_standing->setVisible(m_schema.geometry != GeometryType::Point);
    m_form = new QFormLayout;
    QFormLayout *form = m_form;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Drawn"), m_kind);
    form->addRow(tr("&Field"), m_field);
    form->addRow(tr("&Classes"), m_count);
    form->addRow(tr("C&ut"), m_method);
    form->addRow(tr("&Told apart"), m_vary);
    form->addRow(QString(), m_classes);
    form->addRow(QString(), m_ruleButtons);
    form->addRow(m_schema.geometry == GeometryType::Point ? tr("&Size") : tr("&Width of lines"), m_size);
    if (m_schema.geometry == GeometryType::Point) {
        form->addRow(tr("Si&ze by"), m_sizeField);
        form->addRow(tr("Whole at the &value"), m_sizeFull);
        form->addRow(tr("T&urned by"), m_turnField);
        form->addRow(tr("R&adius of density or clusters"), m_radius);
    } else {
        for (QWidget *widget : std::initializer_list<QWidget *>{m_radius, m_sizeField, m_sizeFull, m_turnField}) {
            widget->setParent(this);
            widget->hide();
        }
    }
    form->addRow(tr("&Opacity"), m_opacity);
    form->addRow(tr("Colours &below"), m_blend);
    if (m_schema.geometry == GeometryType::Polygon) {
        form->addRow(QString(), m_givesWay);
    }
    form->addRow(tr("&Labels"), m_label);
    form->addRow(tr("Size of labels"), m_labelSize);
    if (m_schema.geometry != GeometryType::Line) {
        form->addRow(QString(), m_leader);
    }
    if (m_schema.geometry != GeometryType::Point) {
        form->addRow(QString(), m_standing);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_leftOut);
    layout->addWidget(buttons);
    connect(buttons->addButton(tr("&Read…"), QDialogButtonBox::ActionRole), &QPushButton::clicked, this,
            &StyleDialog::askRead);
    connect(buttons->addButton(tr("&Write…"), QDialogButtonBox::ActionRole), &QPushButton::clicked, this,
            &StyleDialog::askWrite);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void StyleDialog::fillFields()
{
    m_label->addItem(tr("none"), QString());
    for (const Field &field : m_schema.fields) {
        if (field.personal == Personal::No) { // what identifies a person is not put on maps
            m_field->addItem(field.name.toString(), field.id);
            m_label->addItem(field.name.toString(), field.id);
        }
    }
}

void StyleDialog::showStyle()
{
    m_showing = true;
    m_kind->setCurrentIndex(m_kind->findData(m_byStatus ? k_byStatus : static_cast<int>(m_style.kind)));
    m_field->setCurrentIndex(std::max(m_field->findData(m_style.field), 0));
    m_size->setValue(m_schema.geometry == GeometryType::Point ? m_style.symbol.size_mm : m_style.symbol.strokeWidth_mm);
    m_radius->setValue(m_style.radius_mm);
    m_sizeField->setCurrentIndex(std::max(0, m_sizeField->findData(m_style.sizeField)));
    m_sizeFull->setValue(m_style.sizeFull);
    m_turnField->setCurrentIndex(std::max(0, m_turnField->findData(m_style.turnField)));
    m_blend->setCurrentIndex(m_blend->findData(static_cast<int>(m_style.blend)));
    m_opacity->setValue(m_style.opacity * 100);
    m_givesWay->setChecked(m_style.fillGivesWay);
    m_label->setCurrentIndex(std::max(m_label->findData(m_style.label.field), 0));
    m_labelSize->setValue(m_style.label.size_mm);
    m_leader->setChecked(m_style.label.leader);
    m_standing->setChecked(m_style.label.vertical == LabelStyle::Vertical::Automatic);
    showClasses();
    m_showing = false;
}

void StyleDialog::showClasses()
{
    const bool classed = !m_byStatus && m_style.hasClasses();
    const bool isRules = classed && m_style.kind == LayerStyle::Kind::Rules;
    m_field->setEnabled(classed && !isRules);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_count, m_method, m_vary}) {
        widget->setEnabled(classed && m_style.kind == LayerStyle::Kind::Graduated);
    }
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_size, m_opacity, m_blend, m_label, m_labelSize, m_leader, m_standing}) {
        widget->setEnabled(!m_byStatus);
        if (!m_ownTips.contains(widget)) {
            m_ownTips.insert(widget, widget->toolTip());
        }
        widget->setToolTip(
            m_byStatus
                ? tr("By status, sizes and labels are the programme's. Choose another way of drawing to change them.")
                : m_ownTips.value(widget));
    }
    const bool isDensity = !m_byStatus && m_style.kind == LayerStyle::Kind::Density;
    const bool isCluster = !m_byStatus && m_style.kind == LayerStyle::Kind::Cluster;
    m_radius->setEnabled(isDensity || isCluster);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_sizeField, m_turnField}) {
        widget->setEnabled(!m_byStatus && !isDensity && !isCluster);
    }
    m_sizeFull->setEnabled(m_sizeField->isEnabled() && !m_style.sizeField.isEmpty());
    m_size->setEnabled(!m_byStatus && !isDensity);
    showRows();
    m_classes->clear();
    m_classes->setEnabled(!m_byStatus && !isDensity);
    const bool line = m_schema.geometry == GeometryType::Line;
    const auto add = [&](const Symbol &symbol, const QString &text) {
        auto *item = new QTreeWidgetItem(m_classes, {text});
        item->setIcon(0, swatch(line ? symbol.stroke : symbol.fill, symbol.marking, m_schema.geometry, m_bench.theme));
    };
    if (m_byStatus) {
        return;
    }
    if (!classed && !isDensity) {
        add(m_style.symbol, tr("all features"));
    }
    for (std::size_t i = 0; classed && i < m_style.classes.size(); ++i) {
        add(m_style.classes[i].symbol, classText(m_style, i, m_schema));
    }
}

void StyleDialog::takeKind()
{
    const int kind = m_kind->currentData().toInt();
    m_byStatus = kind == k_byStatus;
    if (!m_byStatus) {
        m_style.kind = static_cast<LayerStyle::Kind>(kind);
    }
    takeField();
}

void StyleDialog::takeField()
{
    m_style.classes.clear();
    const bool isRules = m_style.kind == LayerStyle::Kind::Rules;
    m_style.field = m_style.hasClasses() && !isRules ? m_field->currentData().toString() : QString();
    if (isRules) { // one that takes everything, to begin with
        m_style.classes.push_back({m_style.symbol, {}, {}, 0, 0});
    }
    makeClasses();
}

void StyleDialog::makeClasses()
{
    if (m_byStatus || !m_style.hasClasses() || m_style.field.isEmpty()) {
        showClasses();
        changed();
        return;
    }
    m_loading.run(
        tr("Reading values"), this,
        [snapshot = m_bench.session.state()->snapshot, layer = m_layer, field = m_style.field, plan = plan(),
         base = m_style.symbol](const JobContext &job) -> Result<std::vector<StyleClass>> {
            const auto loaded = snapshot->layer(layer, {field}, job);
            if (!loaded) {
                return loaded.error();
            }
            const Column *column = (*loaded)->column(field);
            return column == nullptr ? std::vector<StyleClass>()
                                     : cuntu::makeClasses(*column, plan, base, (*loaded)->schema().geometry);
        },
        [this](const Result<std::vector<StyleClass>> &classes) {
            if (!classes) {
                m_bench.log.fail(classes.error());
                return;
            }
            m_style.classes = *classes;
            showClasses();
            changed();
        });
}

ClassPlan StyleDialog::plan() const
{
    return {m_style.kind, m_count->value(), static_cast<Classification>(m_method->currentData().toInt()),
            static_cast<ClassPlan::Vary>(m_vary->currentData().toInt())};
}

void StyleDialog::takeSizes()
{
    if (m_showing) {
        return;
    }
    const bool point = m_schema.geometry == GeometryType::Point;
    const auto sizeOf = [&](Symbol &symbol) -> double & { return point ? symbol.size_mm : symbol.strokeWidth_mm; };
    // Classes of different sizes keep their proportions.
    const double before = sizeOf(m_style.symbol);
    for (StyleClass &each : m_style.classes) {
        sizeOf(each.symbol) = before > 0 ? sizeOf(each.symbol) / before * m_size->value() : m_size->value();
    }
    sizeOf(m_style.symbol) = m_size->value();
    m_style.radius_mm = m_radius->value();
    m_style.sizeField = m_sizeField->currentData().toString();
    m_style.sizeFull = m_sizeFull->value();
    m_style.turnField = m_turnField->currentData().toString();
    m_style.blend = static_cast<Blend>(m_blend->currentData().toInt());
    m_sizeFull->setEnabled(!m_style.sizeField.isEmpty());
    showRows();
    m_style.opacity = m_opacity->value() / 100;
    m_style.fillGivesWay = m_givesWay->isChecked();
    m_style.label.field = m_label->currentData().toString();
    m_style.label.size_mm = m_labelSize->value();
    m_style.label.leader = m_leader->isChecked();
    m_style.label.vertical = m_standing->isChecked() ? LabelStyle::Vertical::Automatic : LabelStyle::Vertical::Never;
    changed();
}

QString StyleDialog::json() const
{
    return m_byStatus ? QString() : m_style.toJson();
}

void StyleDialog::changed()
{
    m_bench.view.tryStyle(m_layer, json());
}

void StyleDialog::done(int result)
{
    m_loading.stop();
    if (result == QDialog::Accepted) {
        // The trial stands in until the project has the style, so that the map does not flash the old one.
        ViewState *view = &m_bench.view;
        QObject::connect(
            &m_bench.session, &Session::stateChanged, view, [view, layer = m_layer] { view->endTrial(layer); },
            Qt::SingleShotConnection);
        m_bench.actions.setStyle(m_layer, json());
    } else {
        m_bench.view.endTrial(m_layer);
    }
    QDialog::done(result);
}

} // namespace cuntu::ui
