// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/registry.h"

namespace cuntu {

namespace {

Field text(QString id, QString zh, QString en, QStringList synonyms)
{
    Field field;
    field.id = std::move(id);
    field.name = {std::move(zh), std::move(en)};
    field.synonyms = std::move(synonyms);
    return field;
}

Field number(QString id, QString zh, QString en, QString unit, QStringList synonyms)
{
    Field field = text(std::move(id), std::move(zh), std::move(en), std::move(synonyms));
    field.type = FieldType::Integer;
    field.unit = std::move(unit);
    field.min = 0;
    return field;
}

Field yesNo(QString id, QString zh, QString en, QStringList synonyms)
{
    Field field = text(std::move(id), std::move(zh), std::move(en), std::move(synonyms));
    field.type = FieldType::Boolean;
    return field;
}

Field required(Field field)
{
    field.required = true;
    return field;
}

Field personal(Field field, Personal kind)
{
    field.personal = kind;
    return field;
}

Field choice(Field field, std::vector<Choice> choices)
{
    field.type = FieldType::Choice;
    field.choices = std::move(choices);
    return field;
}

Choice option(QString id, QString zh, QString en, QStringList synonyms = {})
{
    return {std::move(id), {std::move(zh), std::move(en)}, std::move(synonyms)};
}

LayerSchema townships()
{
    LayerSchema layer;
    layer.id = QStringLiteral("townships");
    layer.name = {QStringLiteral("乡镇"), QStringLiteral("Townships")};
    layer.geometry = GeometryType::Polygon;
    layer.keyField = QStringLiteral("code");
    layer.nameField = QStringLiteral("name");
    layer.fields = {
        required(text(QStringLiteral("code"), QStringLiteral("乡镇代码"), QStringLiteral("Township code"),
                      {QStringLiteral("代码"), QStringLiteral("区划代码"), QStringLiteral("乡镇编码"),
                       QStringLiteral("township_code"), QStringLiteral("XZDM")})),
        required(text(QStringLiteral("name"), QStringLiteral("乡镇名称"), QStringLiteral("Township name"),
                      {QStringLiteral("名称"), QStringLiteral("乡镇"), QStringLiteral("乡镇名"),
                       QStringLiteral("乡镇街道"), QStringLiteral("township"), QStringLiteral("XZMC")})),
        text(QStringLiteral("county_code"), QStringLiteral("县代码"), QStringLiteral("County code"),
             {QStringLiteral("县区代码"), QStringLiteral("县编码")}),
        text(QStringLiteral("county_name"), QStringLiteral("县名称"), QStringLiteral("County name"),
             {QStringLiteral("县"), QStringLiteral("县名"), QStringLiteral("县区"), QStringLiteral("county")}),
    };
    return layer;
}

/// Yes or no, but tables also name the level at which a village was listed (DOMAIN B.0.1, poor_village_level).
Field poorVillage()
{
    Field field = yesNo(QStringLiteral("poor_village"), QStringLiteral("是否贫困村"), QStringLiteral("Poor village"),
                        {QStringLiteral("贫困村"), QStringLiteral("省定贫困村"), QStringLiteral("poor")});
    field.choices = {option(QStringLiteral("YES"), QStringLiteral("贫困村"), QStringLiteral("poor"),
                            {QStringLiteral("省定贫困村"), QStringLiteral("县定贫困村"), QStringLiteral("县级贫困村"),
                             QStringLiteral("国定贫困村"), QStringLiteral("省定"), QStringLiteral("县级")}),
                     option(QStringLiteral("NO"), QStringLiteral("非贫困村"), QStringLiteral("not poor"))};
    return field;
}

LayerSchema villages()
{
    LayerSchema layer;
    layer.id = QStringLiteral("villages");
    layer.name = {QStringLiteral("行政村"), QStringLiteral("Administrative villages")};
    layer.geometry = GeometryType::Polygon;
    layer.keyField = QStringLiteral("code");
    layer.nameField = QStringLiteral("name");
    layer.areaField = QStringLiteral("code");
    layer.fields = {
        required(text(QStringLiteral("code"), QStringLiteral("村代码"), QStringLiteral("Village code"),
                      {QStringLiteral("行政村代码"), QStringLiteral("代码"), QStringLiteral("区划代码"),
                       QStringLiteral("村编码"), QStringLiteral("village_code"), QStringLiteral("XZCDM"),
                       QStringLiteral("CUNDM")})),
        required(text(QStringLiteral("name"), QStringLiteral("村名"), QStringLiteral("Village name"),
                      {QStringLiteral("行政村"), QStringLiteral("行政村名称"), QStringLiteral("名称"),
                       QStringLiteral("村名称"), QStringLiteral("village"), QStringLiteral("XZCMC")})),
        text(QStringLiteral("township_code"), QStringLiteral("乡镇代码"), QStringLiteral("Township code"),
             {QStringLiteral("所属乡镇代码")}),
        text(QStringLiteral("township_name"), QStringLiteral("乡镇"), QStringLiteral("Township"),
             {QStringLiteral("乡镇名称"), QStringLiteral("所属乡镇"), QStringLiteral("township")}),
        poorVillage(),
        number(QStringLiteral("hh_registered"), QStringLiteral("户籍户数"), QStringLiteral("Registered households"),
               QStringLiteral("户"), {QStringLiteral("户数"), QStringLiteral("总户数"), QStringLiteral("households")}),
        number(QStringLiteral("pop_registered"), QStringLiteral("户籍人口"), QStringLiteral("Registered population"),
               QStringLiteral("人"),
               {QStringLiteral("人口"), QStringLiteral("总人口"), QStringLiteral("人口数"), QStringLiteral("总人数"),
                QStringLiteral("population")}),
    };
    return layer;
}

LayerSchema settlements()
{
    LayerSchema layer;
    layer.id = QStringLiteral("settlements");
    layer.name = {QStringLiteral("自然村"), QStringLiteral("Settlements")};
    layer.geometry = GeometryType::Point;
    layer.keyField = QStringLiteral("code");
    layer.nameField = QStringLiteral("name");
    layer.areaField = QStringLiteral("village_code");
    layer.fields = {
        text(QStringLiteral("code"), QStringLiteral("自然村编号"), QStringLiteral("Settlement code"),
             {QStringLiteral("自然村代码"), QStringLiteral("编号"), QStringLiteral("编码"),
              QStringLiteral("settlement_code")}),
        required(
            text(QStringLiteral("name"), QStringLiteral("自然村名称"), QStringLiteral("Settlement name"),
                 {QStringLiteral("自然村"), QStringLiteral("名称"), QStringLiteral("自然村名"), QStringLiteral("屯名"),
                  QStringLiteral("自然屯"), QStringLiteral("屯"), QStringLiteral("村民小组"),
                  QStringLiteral("村民小组名称"), QStringLiteral("小组"), QStringLiteral("小组名称"),
                  QStringLiteral("组名"), QStringLiteral("村组"), QStringLiteral("自然村组"), QStringLiteral("村小组"),
                  QStringLiteral("自然寨"), QStringLiteral("settlement")})),
        required(text(QStringLiteral("village_code"), QStringLiteral("行政村代码"), QStringLiteral("Village code"),
                      {QStringLiteral("村代码"), QStringLiteral("所属行政村代码")})),
        required(number(QStringLiteral("hh_registered"), QStringLiteral("户籍户数"),
                        QStringLiteral("Registered households"), QStringLiteral("户"),
                        {QStringLiteral("户数"), QStringLiteral("总户数"), QStringLiteral("农户数"),
                         QStringLiteral("总农户数"), QStringLiteral("农户总数"), QStringLiteral("户籍总户数"),
                         QStringLiteral("在册户数"), QStringLiteral("现有户数"), QStringLiteral("家庭户数"),
                         QStringLiteral("households"), QStringLiteral("household_count")})),
        number(QStringLiteral("hh_resident"), QStringLiteral("常住户数"), QStringLiteral("Resident households"),
               QStringLiteral("户"),
               {QStringLiteral("常住农户数"), QStringLiteral("在家户数"), QStringLiteral("实际居住户数"),
                QStringLiteral("实住户数")}),
        number(QStringLiteral("pop_registered"), QStringLiteral("户籍人口"), QStringLiteral("Registered population"),
               QStringLiteral("人"),
               {QStringLiteral("人口"), QStringLiteral("总人口"), QStringLiteral("人口数"), QStringLiteral("总人数"),
                QStringLiteral("population")}),
        number(QStringLiteral("pop_resident"), QStringLiteral("常住人口"), QStringLiteral("Resident population"),
               QStringLiteral("人"),
               {QStringLiteral("在家人口"), QStringLiteral("实际居住人口"), QStringLiteral("实住人口")}),
        yesNo(QStringLiteral("is_livable"), QStringLiteral("是否宜居"), QStringLiteral("Livable"),
              {QStringLiteral("宜居"), QStringLiteral("livable")}),
        yesNo(QStringLiteral("to_be_withdrawn"), QStringLiteral("是否撤并"), QStringLiteral("To be withdrawn"),
              {QStringLiteral("撤并"), QStringLiteral("拟撤并")}),
        text(QStringLiteral("remark"), QStringLiteral("备注"), QStringLiteral("Remark"), {QStringLiteral("note")}),
    };
    return layer;
}

std::vector<Choice> causes()
{
    return {option(QStringLiteral("ILLNESS"), QStringLiteral("因病"), QStringLiteral("illness")),
            option(QStringLiteral("DISABILITY"), QStringLiteral("因残"), QStringLiteral("disability")),
            option(QStringLiteral("SCHOOL"), QStringLiteral("因学"), QStringLiteral("schooling")),
            option(QStringLiteral("DISASTER"), QStringLiteral("因灾"), QStringLiteral("disaster")),
            option(QStringLiteral("NO_LAND"), QStringLiteral("缺土地"), QStringLiteral("lack of land")),
            option(QStringLiteral("NO_WATER"), QStringLiteral("缺水"), QStringLiteral("drought")),
            option(QStringLiteral("NO_TECH"), QStringLiteral("缺技术"), QStringLiteral("lack of skills")),
            option(QStringLiteral("NO_LABOUR"), QStringLiteral("缺劳力"), QStringLiteral("lack of labour"),
                   {QStringLiteral("缺劳动力")}),
            option(QStringLiteral("NO_MONEY"), QStringLiteral("缺资金"), QStringLiteral("lack of funds")),
            option(QStringLiteral("TRAFFIC"), QStringLiteral("交通条件落后"), QStringLiteral("poor transport")),
            option(QStringLiteral("NO_DRIVE"), QStringLiteral("自身发展动力不足"), QStringLiteral("lack of drive")),
            option(QStringLiteral("OTHER"), QStringLiteral("其他"), QStringLiteral("other"))};
}

std::vector<Choice> householdKinds()
{
    return {option(QStringLiteral("ORDINARY"), QStringLiteral("一般农户"), QStringLiteral("ordinary household"),
                   {QStringLiteral("非贫困户")}),
            option(QStringLiteral("GENERAL"), QStringLiteral("一般贫困户"), QStringLiteral("general poor household")),
            option(QStringLiteral("DIBAO"), QStringLiteral("低保户"), QStringLiteral("minimum-allowance household")),
            option(QStringLiteral("DIBAO_POOR"), QStringLiteral("低保贫困户"),
                   QStringLiteral("poor household with minimum allowance")),
            option(QStringLiteral("WUBAO"), QStringLiteral("五保户"), QStringLiteral("five-guarantee household"),
                   {QStringLiteral("特困供养"), QStringLiteral("特困户"), QStringLiteral("tekun")}),
            option(QStringLiteral("LIFTED"), QStringLiteral("脱贫户"), QStringLiteral("exited household"),
                   {QStringLiteral("lifted")}),
            option(QStringLiteral("MONITORED"), QStringLiteral("监测户"), QStringLiteral("monitored household"),
                   {QStringLiteral("monitored")})};
}

LayerSchema households()
{
    LayerSchema layer;
    layer.id = QStringLiteral("households");
    layer.name = {QStringLiteral("农户"), QStringLiteral("Households")};
    layer.geometry = GeometryType::Point;
    layer.keyField = QStringLiteral("hh_id");
    layer.areaField = QStringLiteral("village_code");
    layer.positionPersonal = true;
    Field members =
        number(QStringLiteral("members"), QStringLiteral("家庭人口"), QStringLiteral("Members"), QStringLiteral("人"),
               {QStringLiteral("人口"), QStringLiteral("家庭人口数"), QStringLiteral("人口数"),
                QStringLiteral("家庭成员数"), QStringLiteral("家庭人数"), QStringLiteral("成员数")});
    members.max = 50;
    Field income =
        number(QStringLiteral("net_per_capita"), QStringLiteral("人均纯收入"), QStringLiteral("Net income per person"),
               QStringLiteral("元"), {QStringLiteral("人均收入"), QStringLiteral("人均可支配收入")});
    income.type = FieldType::Real;
    income.min.reset();
    Field total = number(QStringLiteral("income"), QStringLiteral("家庭收入"), QStringLiteral("Household income"),
                         QStringLiteral("元"), {QStringLiteral("income_yuan"), QStringLiteral("年收入")});
    total.type = FieldType::Real;
    total.min.reset();
    layer.fields = {
        required(text(QStringLiteral("hh_id"), QStringLiteral("户编号"), QStringLiteral("Household number"),
                      {QStringLiteral("户编码"), QStringLiteral("户号"), QStringLiteral("id")})),
        personal(text(QStringLiteral("head_name"), QStringLiteral("户主姓名"), QStringLiteral("Head of household"),
                      {QStringLiteral("户主"), QStringLiteral("姓名"), QStringLiteral("户主名"),
                       QStringLiteral("农户姓名"), QStringLiteral("农户")}),
                 Personal::Name),
        personal(text(QStringLiteral("id_no"), QStringLiteral("身份证号"), QStringLiteral("Identity number"),
                      {QStringLiteral("身份证号码"), QStringLiteral("公民身份号码"), QStringLiteral("证件号码"),
                       QStringLiteral("身份证")}),
                 Personal::IdNumber),
        personal(text(QStringLiteral("phone"), QStringLiteral("联系电话"), QStringLiteral("Phone"),
                      {QStringLiteral("电话"), QStringLiteral("手机号"), QStringLiteral("手机")}),
                 Personal::Phone),
        personal(text(QStringLiteral("bank_account"), QStringLiteral("银行账号"), QStringLiteral("Bank account"),
                      {QStringLiteral("银行卡号"), QStringLiteral("账号")}),
                 Personal::Account),
        text(QStringLiteral("village_code"), QStringLiteral("行政村代码"), QStringLiteral("Village code"),
             {QStringLiteral("村代码")}),
        text(QStringLiteral("settlement_code"), QStringLiteral("自然村编号"), QStringLiteral("Settlement code"),
             {QStringLiteral("自然村代码")}),
        text(QStringLiteral("settlement_name"), QStringLiteral("自然村"), QStringLiteral("Settlement"),
             {QStringLiteral("自然村名称"), QStringLiteral("组"), QStringLiteral("自然屯"), QStringLiteral("屯名"),
              QStringLiteral("村民小组"), QStringLiteral("村小组"), QStringLiteral("小组")}),
        choice(text(QStringLiteral("poor_attr"), QStringLiteral("户类型"), QStringLiteral("Kind of household"),
                    {QStringLiteral("贫困户属性"), QStringLiteral("户属性"), QStringLiteral("category")}),
               householdKinds()),
        personal(choice(text(QStringLiteral("cause_main"), QStringLiteral("致贫原因"),
                             QStringLiteral("Main cause of poverty"), {QStringLiteral("主要致贫原因")}),
                        causes()),
                 Personal::Sensitive),
        members,
        income,
        total,
        text(QStringLiteral("remark"), QStringLiteral("备注"), QStringLiteral("Remark"), {QStringLiteral("note")}),
    };
    return layer;
}

/// Townships are seen and named from afar, their villages from near. Villages are only lines over their township, so
/// that its ground and its border show through.
std::vector<DefaultStyle> styles()
{
    return {
        {QStringLiteral("townships"),
         QStringLiteral(
             R"({"kind":"single","fill_gives_way":true,"symbol":{"fill":"#ebf1f5","stroke":"#5f6b75","stroke_width_mm":0.55},)"
             R"("label":{"field":"name","size_mm":3.9,"colour":"#37424c","priority":20}})")},
        {QStringLiteral("villages"),
         QStringLiteral(R"({"kind":"single","symbol":{"fill":"#00ffffff","stroke":"#b4bec6","stroke_width_mm":0.15},)"
                        R"("label":{"field":"name","size_mm":3.1,"colour":"#5a554b","priority":10,)"
                        R"("min_scale":180000}})")}};
}

/// Places of an OpenStreetMap extract. It knows no households: their number is to come from another file.
ImportProfile openStreetMapPlaces()
{
    ImportProfile profile;
    profile.id = QStringLiteral("settlements_osm");
    profile.name = {QStringLiteral("OpenStreetMap 的村庄"), QStringLiteral("OpenStreetMap's villages")};
    profile.role = QStringLiteral("settlements");
    profile.sheet = QStringLiteral("points");
    profile.fieldMap = {{QStringLiteral("code"), QStringLiteral("osm_id")},
                        {QStringLiteral("name"), QStringLiteral("name")},
                        {QStringLiteral("pop_registered"), QStringLiteral("population")}};
    profile.rules.keep = {{QStringLiteral("place"),
                           {QStringLiteral("village"), QStringLiteral("hamlet"), QStringLiteral("isolated_dwelling"),
                            QStringLiteral("farm")}}};
    profile.rules.constants = {{QStringLiteral("hh_registered"), QStringLiteral("0")},
                               {QStringLiteral("remark"), QStringLiteral("OpenStreetMap")}};
    profile.headings = {QStringLiteral("osm_id"), QStringLiteral("place"), QStringLiteral("population")};
    return profile;
}

} // namespace

Registry hostRegistry()
{
    Registry registry;
    registry.layers = {townships(), villages(), settlements(), households()};
    registry.defaultStyles = styles();
    registry.importProfiles = {openStreetMapPlaces()};
    return registry;
}

} // namespace cuntu
