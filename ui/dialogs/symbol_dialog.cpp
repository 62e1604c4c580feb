// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/symbol_dialog.h"

#include "maps/compose/legend.h"
#include "ui/dialogs/ask_file.h"

#include <QColorDialog>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFontComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace cuntu::ui {
namespace {

constexpr QSize k_preview{120, 64};
const QString k_millimetres = QStringLiteral(" mm");

QIcon colourIcon(const QColor &colour)
{
    QPixmap pixmap(32, 16);
    pixmap.fill(colour.isValid() ? colour : QColor(Qt::transparent));
    QPainter painter(&pixmap);
    painter.setPen(QColor(0x60, 0x60, 0x60));
    painter.drawRect(0, 0, 31, 15);
    if (!colour.isValid()) {
        painter.drawLine(0, 15, 31, 0);
    }
    return pixmap;
}

} // namespace

SymbolDialog::SymbolDialog(const Symbol &symbol, GeometryType geometry, QWidget *parent)
    : QDialog(parent), m_symbol(symbol), m_geometry(geometry)
{
    setObjectName(QStringLiteral("symbolDialog"));
    setWindowTitle(tr("Symbol"));
    m_preview = new QLabel;
    m_preview->setObjectName(QStringLiteral("symbolPreview"));
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAutoFillBackground(true);
    m_preview->setBackgroundRole(QPalette::Base);
    m_preview->setMinimumHeight(k_preview.height() + 8);
    auto *form = new QFormLayout;
    if (geometry == GeometryType::Point) {
        makeMarkerRows(form);
    } else if (geometry == GeometryType::Polygon) {
        form->addRow(tr("&Fill"), colourButton("symbolFill", &Symbol::fill, true));
    }
    makeLineRows(form);
    m_marking = new QComboBox;
    m_marking->setObjectName(QStringLiteral("symbolMarking"));
    for (const auto &[marking, text] :
         {std::pair(Marking::Plain, tr("plain")), std::pair(Marking::Hatched, tr("hatched")),
          std::pair(Marking::Crossed, tr("crossed")), std::pair(Marking::Hollow, tr("hollow")),
          std::pair(Marking::Dashed, tr("dashed"))}) {
        m_marking->addItem(text, static_cast<int>(marking));
    }
    m_marking->setCurrentIndex(m_marking->findData(static_cast<int>(symbol.marking)));
    form->addRow(tr("&Marking"), m_marking);
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("symbolProblem"));
    m_problem->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_preview);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    connect(m_marking, &QComboBox::activated, this, &SymbolDialog::take);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    refresh();
}

void SymbolDialog::makeMarkerRows(QFormLayout *form)
{
    m_shape = new QComboBox;
    m_shape->setObjectName(QStringLiteral("symbolShape"));
    for (const auto &[shape, text] :
         {std::pair(MarkerShape::Circle, tr("circle")), std::pair(MarkerShape::Square, tr("square")),
          std::pair(MarkerShape::Triangle, tr("triangle")), std::pair(MarkerShape::Diamond, tr("diamond")),
          std::pair(MarkerShape::Cross, tr("cross")), std::pair(MarkerShape::Picture, tr("picture (SVG)")),
          std::pair(MarkerShape::Text, tr("letters or signs"))}) {
        m_shape->addItem(text, static_cast<int>(shape));
    }
    m_shape->setCurrentIndex(m_shape->findData(static_cast<int>(m_symbol.shape)));
    m_picture = new QPushButton(tr("Choose…"));
    m_picture->setObjectName(QStringLiteral("symbolPicture"));
    m_text = new QLineEdit(m_symbol.text);
    m_text->setObjectName(QStringLiteral("symbolText"));
    m_text->setMaxLength(8);
    m_font = new QFontComboBox;
    m_font->setObjectName(QStringLiteral("symbolFont"));
    if (!m_symbol.fontFamily.isEmpty()) {
        m_font->setCurrentFont(QFont(m_symbol.fontFamily));
    }
    form->addRow(tr("&Shape"), m_shape);
    form->addRow(tr("&Picture"), m_picture);
    form->addRow(tr("&Letters"), m_text);
    form->addRow(tr("F&ont"), m_font);
    form->addRow(tr("S&ize"), number("symbolSize", &Symbol::size_mm, 0.1, 50, k_millimetres));
    form->addRow(tr("&Turned"), number("symbolTurn", &Symbol::turn_deg, -360, 360, QStringLiteral("°")));
    form->addRow(tr("&Fill"), colourButton("symbolFill", &Symbol::fill, false));
    connect(m_shape, &QComboBox::activated, this, [this] {
        take();
        if (m_symbol.shape == MarkerShape::Picture && m_symbol.picture.isEmpty()) {
            askPicture();
        }
    });
    connect(m_picture, &QPushButton::clicked, this, &SymbolDialog::askPicture);
    connect(m_text, &QLineEdit::textEdited, this, &SymbolDialog::take);
    connect(m_font, &QFontComboBox::currentFontChanged, this, [this](const QFont &font) {
        m_symbol.fontFamily = font.family();
        take();
    });
}

void SymbolDialog::makeLineRows(QFormLayout *form)
{
    const bool isLine = m_geometry == GeometryType::Line;
    form->addRow(isLine ? tr("&Colour") : tr("&Outline"), colourButton("symbolStroke", &Symbol::stroke, !isLine));
    form->addRow(tr("&Width"), number("symbolStrokeWidth", &Symbol::strokeWidth_mm, 0, 20, k_millimetres));
    if (isLine) {
        form->addRow(tr("C&asing"), colourButton("symbolCasing", &Symbol::casing, true));
        form->addRow(tr("Width with casin&g"),
                     number("symbolCasingWidth", &Symbol::casingWidth_mm, 0, 30, k_millimetres));
    }
}

QPushButton *SymbolDialog::colourButton(const char *name, QColor Symbol::*colour, bool mayBeNone)
{
    auto *button = new QPushButton(colourIcon(m_symbol.*colour), QString());
    button->setObjectName(QString::fromLatin1(name));
    connect(button, &QPushButton::clicked, this, [this, button, colour, mayBeNone] {
        auto *dialog = new QColorDialog(m_symbol.*colour, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setOption(QColorDialog::ShowAlphaChannel, mayBeNone);
        connect(dialog, &QColorDialog::colorSelected, this, [this, button, colour](const QColor &chosen) {
            m_symbol.*colour = chosen;
            button->setIcon(colourIcon(chosen));
            take();
        });
        dialog->open();
    });
    return button;
}

QDoubleSpinBox *SymbolDialog::number(const char *name, double Symbol::*value, double least, double most,
                                     const QString &suffix)
{
    auto *box = new QDoubleSpinBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setRange(least, most);
    box->setDecimals(1);
    box->setSingleStep(suffix == k_millimetres ? 0.1 : 15);
    box->setSuffix(suffix);
    box->setValue(m_symbol.*value);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, value](double now) {
        m_symbol.*value = now;
        take();
    });
    return box;
}

void SymbolDialog::askPicture()
{
    const FileQuestion question{tr("Choose a picture"), {tr("Pictures (*.svg)")}, {}, {}};
    askFile(this, question, [this](const QStringList &files) { readPicture(files.front()); });
}

void SymbolDialog::readPicture(const QString &file)
{
    QFile bytes(file);
    if (!bytes.open(QIODevice::ReadOnly)) {
        m_problem->setText(tr("%1 cannot be read: %2").arg(file, bytes.errorString()));
        return;
    }
    const QByteArray picture = bytes.read(k_mostPicture + 1);
    if (picture.size() > k_mostPicture) {
        m_problem->setText(tr("%1 is too large: a symbol takes up to 256 KB.").arg(file));
        return;
    }
    if (!isPicture(picture)) {
        m_problem->setText(tr("%1 is no SVG picture.").arg(file));
        return;
    }
    m_problem->clear();
    m_symbol.picture = picture;
    m_shape->setCurrentIndex(m_shape->findData(static_cast<int>(MarkerShape::Picture)));
    take();
}

void SymbolDialog::take()
{
    if (m_shape != nullptr) {
        m_symbol.shape = static_cast<MarkerShape>(m_shape->currentData().toInt());
        m_symbol.text = m_text->text();
    }
    m_symbol.marking = static_cast<Marking>(m_marking->currentData().toInt());
    refresh();
    Q_EMIT changed(m_symbol);
}

void SymbolDialog::refresh()
{
    if (m_shape != nullptr) {
        m_picture->setEnabled(m_symbol.shape == MarkerShape::Picture);
        m_text->setEnabled(m_symbol.shape == MarkerShape::Text);
        m_font->setEnabled(m_symbol.shape == MarkerShape::Text);
    }
    const double ratio = devicePixelRatioF();
    QPixmap pixmap(k_preview * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintSample(painter, m_symbol, m_geometry, QRectF(QPointF(10, 10), QSizeF(k_preview) - QSizeF(20, 20)),
                logicalDpiX() / 25.4);
    painter.end();
    m_preview->setPixmap(pixmap);
}

} // namespace cuntu::ui
