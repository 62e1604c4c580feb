// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/style_dialog.h"

#include "maps/style/legend_text.h"
#include "ui/window/layer_look.h"
#include "ui/window/text.h"

#include <QColorDialog>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QSpinBox>
#include <QTreeWidget>

namespace cuntu::ui {
namespace {

constexpr int k_byStatus = -1;
constexpr std::size_t k_mostCategories = 40;

/// Colours of categories, safe for colour-blind eyes: Okabe & Ito, 'Color Universal Design' (2008).
QColor categoryColour(std::size_t number)
{
    static const QRgb colours[] = {0xFF0072B2, 0xFFD55E00, 0xFF009E73, 0xFFCC79A7,
                                   0xFFE69F00, 0xFF56B4E9, 0xFFB8A900, 0xFF666666};
    return QColor::fromRgb(colours[number % std::size(colours)]);
}

/// From pale to deep; @p share 0..1.
QColor rampColour(double share)
{
    return QColor::fromHsvF(0.49F, static_cast<float>(0.12 + 0.78 * share), static_cast<float>(0.95 - 0.45 * share));
}

Symbol coloured(Symbol symbol, const QColor &colour)
{
    symbol.fill = colour;
    symbol.stroke = symbol.stroke.isValid() && symbol.stroke == symbol.fill ? colour : symbol.stroke;
    return symbol;
}

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
    setMinimumWidth(400);
    makeWidgets();
    fillFields();
    showStyle();
    connect(m_kind, &QComboBox::activated, this, &StyleDialog::takeKind);
    connect(m_field, &QComboBox::activated, this, &StyleDialog::takeField);
    connect(m_count, &QSpinBox::valueChanged, this, &StyleDialog::makeClasses);
    connect(m_label, &QComboBox::activated, this, &StyleDialog::takeSizes);
    for (QDoubleSpinBox *box : {m_size, m_opacity, m_labelSize}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, &StyleDialog::takeSizes);
    }
    connect(m_classes, &QTreeWidget::itemDoubleClicked, this, &StyleDialog::pickColour);
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
    m_field = new QComboBox;
    m_field->setObjectName(QStringLiteral("styleField"));
    m_count = new QSpinBox;
    m_count->setRange(2, 9);
    m_count->setValue(5);
    m_classes = new QTreeWidget;
    m_classes->setObjectName(QStringLiteral("styleClasses"));
    m_classes->setHeaderHidden(true);
    m_classes->setRootIsDecorated(false);
    m_classes->setMinimumHeight(150);
    m_classes->setToolTip(tr("Double click changes a colour"));
    m_size = spin(0.1, 20, 0.1, QStringLiteral(" mm"));
    m_size->setObjectName(QStringLiteral("styleSize"));
    m_opacity = spin(0, 100, 5, QStringLiteral(" %"));
    m_label = new QComboBox;
    m_label->setObjectName(QStringLiteral("styleLabel"));
    m_labelSize = spin(1, 20, 0.2, QStringLiteral(" mm"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Drawn"), m_kind);
    form->addRow(tr("&Field"), m_field);
    form->addRow(tr("&Classes"), m_count);
    form->addRow(QString(), m_classes);
    form->addRow(m_schema.geometry == GeometryType::Point ? tr("&Size") : tr("&Width of lines"), m_size);
    form->addRow(tr("&Opacity"), m_opacity);
    form->addRow(tr("&Labels"), m_label);
    form->addRow(tr("Size of labels"), m_labelSize);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
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
    m_opacity->setValue(m_style.opacity * 100);
    m_label->setCurrentIndex(std::max(m_label->findData(m_style.label.field), 0));
    m_labelSize->setValue(m_style.label.size_mm);
    showClasses();
    m_showing = false;
}

void StyleDialog::showClasses()
{
    const bool classed = !m_byStatus && m_style.kind != LayerStyle::Kind::Single;
    m_field->setEnabled(classed);
    m_count->setEnabled(classed && m_style.kind == LayerStyle::Kind::Graduated);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_size, m_opacity, m_label, m_labelSize}) {
        widget->setEnabled(!m_byStatus);
        widget->setToolTip(
            m_byStatus
                ? tr("By status, sizes and labels are the programme's. Choose another way of drawing to change them.")
                : QString());
    }
    m_classes->clear();
    m_classes->setEnabled(!m_byStatus);
    const bool line = m_schema.geometry == GeometryType::Line;
    const auto add = [&](const Symbol &symbol, const QString &text) {
        auto *item = new QTreeWidgetItem(m_classes, {text});
        item->setIcon(0, swatch(line ? symbol.stroke : symbol.fill, symbol.marking, m_schema.geometry, m_bench.theme));
    };
    if (m_byStatus) {
        return;
    }
    if (!classed) {
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
    m_style.field = m_style.kind == LayerStyle::Kind::Single ? QString() : m_field->currentData().toString();
    makeClasses();
}

void StyleDialog::makeClasses()
{
    if (m_byStatus || m_style.kind == LayerStyle::Kind::Single || m_style.field.isEmpty()) {
        showClasses();
        changed();
        return;
    }
    m_loading.run(
        tr("Reading values"), this,
        [snapshot = m_bench.session.state()->snapshot, layer = m_layer, field = m_style.field](const JobContext &job) {
            return snapshot->layer(layer, {field}, job);
        },
        [this](const Result<Immutable<LayerSnapshot>> &layer) {
            if (!layer) {
                m_bench.log.fail(layer.error());
                return;
            }
            if (const Column *column = (*layer)->column(m_style.field)) {
                setClasses(*column);
            }
        });
}

void StyleDialog::setClasses(const Column &column)
{
    m_style.classes.clear();
    const bool line = m_schema.geometry == GeometryType::Line;
    const auto add = [&](StyleClass made, const QColor &colour) {
        made.symbol = coloured(m_style.symbol, colour);
        if (line) {
            made.symbol.stroke = colour;
        }
        m_style.classes.push_back(std::move(made));
    };
    if (m_style.kind == LayerStyle::Kind::Graduated) {
        const std::vector<double> numbers =
            column.kind() == Column::Kind::Number ? column.numbers() : std::vector<double>();
        const std::vector<double> bounds = classBounds(numbers, m_count->value(), Classification::Quantile);
        for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
            add({{}, {}, {}, bounds[i], bounds[i + 1]},
                rampColour(static_cast<double>(i + 1) / static_cast<double>(bounds.size() - 1)));
        }
    } else {
        std::map<QString, int> values;
        for (std::size_t row = 0; row < column.size() && values.size() < k_mostCategories; ++row) {
            if (!column.isNull(row)) {
                ++values[column.display(row)];
            }
        }
        std::size_t number = 0;
        for (const auto &[value, count] : values) {
            add({{}, {}, value, 0, 0}, categoryColour(number++));
        }
        add({{}, {}, {}, 0, 0}, QColor(0xB0, 0xB7, 0xBD));
    }
    showClasses();
    changed();
}

void StyleDialog::pickColour(QTreeWidgetItem *item)
{
    const auto index = static_cast<std::size_t>(m_classes->indexOfTopLevelItem(item));
    const bool single = m_style.kind == LayerStyle::Kind::Single;
    Symbol &symbol = single ? m_style.symbol : m_style.classes[index].symbol;
    const bool line = m_schema.geometry == GeometryType::Line;
    const QColor colour = QColorDialog::getColor(line ? symbol.stroke : symbol.fill, this);
    if (colour.isValid()) {
        (line ? symbol.stroke : symbol.fill) = colour;
        showClasses();
        changed();
    }
}

void StyleDialog::takeSizes()
{
    if (m_showing) {
        return;
    }
    const bool point = m_schema.geometry == GeometryType::Point;
    const auto resize = [&](Symbol &symbol) { (point ? symbol.size_mm : symbol.strokeWidth_mm) = m_size->value(); };
    resize(m_style.symbol);
    for (StyleClass &each : m_style.classes) {
        resize(each.symbol);
    }
    m_style.opacity = m_opacity->value() / 100;
    m_style.label.field = m_label->currentData().toString();
    m_style.label.size_mm = m_labelSize->value();
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
