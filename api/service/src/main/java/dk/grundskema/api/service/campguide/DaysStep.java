package dk.grundskema.api.service.campguide;

import dk.grundskema.api.imports.campsheet.BaseTimetableBuilder.CampBaseTimetable;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.campguide.CampDaysPage.BlockView;
import dk.grundskema.api.service.campguide.CampDaysPage.DayKindView;
import dk.grundskema.api.service.plan.problem.CampStep;
import dk.grundskema.api.service.rules.FieldErrors;
import dk.grundskema.api.service.rules.JsonObjectView;
import dk.grundskema.api.service.rules.SelectOption;
import dk.grundskema.api.service.rules.SubmittedForm;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Step with the base timetable: blocks of each kind of day, and the kind of each date. */
@Component
@Order(2)
final class DaysStep implements CampStepForm {
    /** Pointer to the kinds of day. */
    static final String AT = "/parameters/dayKinds";

    private static final String DAYS = "dayKinds";

    private final CampFormFields fields;
    private final RequestTexts requestTexts;

    DaysStep(CampFormFields fields, RequestTexts requestTexts) {
        this.fields = fields;
        this.requestTexts = requestTexts;
    }

    @Override
    public CampStep step() {
        return CampStep.DAYS;
    }

    @Override
    public List<String> pointers() {
        return List.of(AT);
    }

    @Override
    public boolean isBegun(EditedCamp camp) {
        return camp.said().has(DAYS);
    }

    @Override
    public String summary(EditedCamp camp) {
        return isBegun(camp)
                ? requestTexts
                        .texts()
                        .text("pages.camp-days", camp.said().rows(DAYS).size())
                : requestTexts.texts().text("pages.camp-days-usual");
    }

    @Override
    public CampForm currentForm(EditedCamp camp) {
        List<JsonObjectView> days = camp.spelledOut().rows(DAYS);
        return formOf(camp, days.stream().map(DayKindReader::withSortedBlocks).toList());
    }

    private static CampForm formOf(EditedCamp camp, List<JsonObjectView> days) {
        return CampForm.of(camp, camp.said().withRows(DAYS, days));
    }

    /** Returns the form with the days of a base timetable that was read from a spreadsheet. */
    static CampForm formOfSheet(EditedCamp camp, CampBaseTimetable sheet) {
        List<JsonObjectView> days = camp.said().with(DAYS, sheet.dayKinds()).rows(DAYS);
        return formOf(camp, days.stream().map(DayKindReader::withSortedBlocks).toList());
    }

    @Override
    public CampForm readForm(EditedCamp camp, SubmittedForm submitted) {
        return formOf(camp, new DayKindReader(camp, submitted).readAll());
    }

    @Override
    public Optional<CampForm> readRowChange(EditedCamp camp, SubmittedForm submitted) {
        return submitted.rowAction().map(change -> {
            List<JsonObjectView> before = new DayKindReader(camp, submitted).readAll();
            var changing = new DayKindEditor(before, requestTexts.texts());
            List<JsonObjectView> days = changing.apply(change);
            return formOf(camp, days)
                    .withAddedRow(DayKindEditor.findAdded(before, days))
                    .full(changing.fullList());
        });
    }

    @Override
    public Record buildPage(EditedCamp camp, CampForm typed, FieldErrors fieldErrors) {
        List<JsonObjectView> days = typed.said().rows(DAYS);
        var calendar = new DayKindCalendar(camp, days, fieldErrors);
        return new CampDaysPage(
                fieldErrors.field(AT, ""),
                !isBegun(camp),
                JsonObjectView.mapRows(days, AT, (day, at) -> day(day, at, typed, fieldErrors)),
                blockKinds(camp),
                calendar.weekdays(),
                calendar.occasion("FIRST_DAY"),
                calendar.occasion("LAST_DAY"),
                calendar.weeks());
    }

    private static DayKindView day(JsonObjectView day, String at, CampForm typed, FieldErrors fieldErrors) {
        return new DayKindView(
                fieldErrors.field(at, ""),
                typed.added().equals(at),
                typed.full().equals(at) ? DayKindEditor.MAX_ROWS : 0,
                day.text("id"),
                fieldErrors.field(at + "/name", day.text("name")),
                JsonObjectView.mapRows(
                        day.rows("blocks"),
                        at + "/blocks",
                        (block, own) -> block(block, own, typed.added(), fieldErrors)));
    }

    private static BlockView block(JsonObjectView block, String at, String added, FieldErrors fieldErrors) {
        return new BlockView(
                fieldErrors.field(at, ""),
                added.equals(at),
                block.text("id"),
                fieldErrors.field(at + "/title", block.text("title")),
                fieldErrors.field(at + "/kind", block.text("kind")),
                fieldErrors.field(at + "/start", block.text("start")),
                fieldErrors.field(at + "/end", block.text("end")),
                fieldErrors.field(at + "/staff", block.text("staff")));
    }

    /** Returns the kinds of block, with the texts of the type's own form. */
    private List<SelectOption> blockKinds(EditedCamp camp) {
        return fields.find(camp, DAYS, "blocks", "kind").options().stream()
                .map(one -> new SelectOption(one.value(), one.text()))
                .toList();
    }
}
