package dk.grundskema.api.service.campguide;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.campguide.CampSubjectsPage.AllowedModules;
import dk.grundskema.api.service.campguide.CampSubjectsPage.RoomKinds;
import dk.grundskema.api.service.campguide.CampSubjectsPage.Row;
import dk.grundskema.api.service.plan.problem.CampStep;
import dk.grundskema.api.service.rules.FieldErrors;
import dk.grundskema.api.service.rules.JsonObjectView;
import dk.grundskema.api.service.rules.LevelField;
import dk.grundskema.api.service.rules.SubmittedForm;
import dk.grundskema.domain.place.Room;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Step with subjects and their amounts. Subjects keep properties that the form lacks, such as the thread. */
@Component
@Order(4)
final class SubjectsStep implements CampStepForm {
    private static final String SUBJECTS = "subjects";
    private static final String ALLOWED = "allowedBlocks";
    private static final String BLOCKS = "blocks";
    private static final String KINDS = "roomKinds";
    private static final String AT = "/parameters/" + SUBJECTS;

    /** Maximum number of subjects to which one can be added. */
    private static final int MAX_SUBJECTS = 60;

    private final RequestTexts requestTexts;

    SubjectsStep(RequestTexts requestTexts) {
        this.requestTexts = requestTexts;
    }

    @Override
    public CampStep step() {
        return CampStep.SUBJECTS;
    }

    @Override
    public List<String> pointers() {
        return List.of(AT);
    }

    @Override
    public CampForm currentForm(EditedCamp camp) {
        return formOf(camp, camp.spelledOut().rows(SUBJECTS));
    }

    private static CampForm formOf(EditedCamp camp, List<JsonObjectView> subjects) {
        return CampForm.of(camp, camp.said().withRows(SUBJECTS, subjects));
    }

    @Override
    public CampForm readForm(EditedCamp camp, SubmittedForm submitted) {
        return formOf(camp, readSubjects(camp, submitted));
    }

    private static List<JsonObjectView> readSubjects(EditedCamp camp, SubmittedForm submitted) {
        return submitted.rows(AT, at -> readSubject(camp, submitted, at));
    }

    private static JsonObjectView readSubject(EditedCamp camp, SubmittedForm submitted, String at) {
        String id = submitted.text(at + "/id");
        return JsonObjectView.findById(id, camp.said().rows(SUBJECTS))
                .with("id", new Json.JsonString(id))
                .with("title", submitted.jsonText(at + "/title"))
                .with("modulesPerWeek", submitted.number(at + "/modulesPerWeek"))
                .with("maxPerDay", submitted.number(at + "/maxPerDay"))
                .with(
                        "demanding",
                        new Json.JsonBoolean(!submitted.text(at + "/demanding").isEmpty()))
                .with("skill", submitted.jsonText(at + "/skill"))
                .with(KINDS, readRoomKinds(camp, submitted, id, at + "/" + KINDS))
                .with(ALLOWED, readAllowedBlocks(camp, submitted, id, at + "/" + ALLOWED));
    }

    /** Returns the kinds of room; empty if none is chosen. A form that does not ask for them leaves them as they are. */
    private static Optional<Json> readRoomKinds(EditedCamp camp, SubmittedForm submitted, String id, String at) {
        if (!submitted.fields().containsKey(at + "/asked")) {
            JsonObjectView subject = JsonObjectView.findById(id, camp.said().rows(SUBJECTS));
            return Optional.ofNullable(subject.json().fields().get(KINDS));
        }
        List<Json> chosen =
                submitted.texts(at).stream().<Json>map(Json.JsonString::new).toList();
        return chosen.isEmpty() ? Optional.empty() : Optional.of(new Json.JsonArray(chosen));
    }

    /** Returns the limit of modules; empty if none or all are chosen. A form without its level leaves it as it is. */
    private static Optional<Json> readAllowedBlocks(EditedCamp camp, SubmittedForm submitted, String id, String at) {
        JsonObjectView subject = JsonObjectView.findById(id, camp.said().rows(SUBJECTS));
        JsonObjectView now = subject.part(ALLOWED);
        if (!submitted.fields().containsKey(at + "/" + LevelField.NAME)) {
            return Optional.ofNullable(subject.json().fields().get(ALLOWED));
        }
        List<String> chosen = submitted.texts(at + "/" + BLOCKS);
        return chosen.isEmpty() || chosen.containsAll(modules(camp).keySet())
                ? Optional.empty()
                : Optional.of(LevelField.read(now, now.withTexts(BLOCKS, chosen), submitted, at)
                        .json());
    }

    /** Returns the titles of the modules that each team has alone, by id, in the order of the base timetable. */
    private static Map<String, String> modules(EditedCamp camp) {
        var titles = new LinkedHashMap<String, String>();
        camp.spelledOut().rows("dayKinds").stream()
                .flatMap(day -> day.rows(BLOCKS).stream())
                .filter(block -> block.text("kind").equals("MODULE")
                        && !block.text("perTeam").equals("false"))
                .forEach(block -> titles.putIfAbsent(block.text("id"), block.text("title")));
        return titles;
    }

    @Override
    public Optional<CampForm> readRowChange(EditedCamp camp, SubmittedForm submitted) {
        return submitted.rowAction().map(change -> changed(camp, readSubjects(camp, submitted), change));
    }

    private static CampForm changed(EditedCamp camp, List<JsonObjectView> subjects, String change) {
        var all = new ArrayList<>(subjects);
        if (change.equals("add") && all.size() >= MAX_SUBJECTS) {
            return formOf(camp, all).full(AT);
        }
        if (change.equals("add")) {
            all.add(newSubject(all));
            return formOf(camp, all).withAddedRow(AT + "/" + subjects.size());
        }
        if (change.matches("drop:\\d{1,3}")) {
            int nth = Integer.parseInt(change.substring("drop:".length()));
            if (nth < all.size()) {
                all.remove(nth);
            }
        }
        return formOf(camp, all);
    }

    private static JsonObjectView newSubject(List<JsonObjectView> all) {
        return JsonObjectView.NOTHING
                .withFreshId("subject", all)
                .with("modulesPerWeek", new Json.JsonNumber(BigDecimal.ONE))
                .with("maxPerDay", new Json.JsonNumber(BigDecimal.ONE));
    }

    @Override
    public String summary(EditedCamp camp) {
        List<JsonObjectView> subjects = camp.said().rows(SUBJECTS);
        return requestTexts
                .texts()
                .text(
                        "pages.camp-subjects",
                        subjects.size(),
                        subjects.stream()
                                .mapToInt(one -> Integer.parseInt(one.text("modulesPerWeek")))
                                .sum());
    }

    @Override
    public Record buildPage(EditedCamp camp, CampForm typed, FieldErrors fieldErrors) {
        Map<String, String> modules = modules(camp);
        List<String> kinds = camp.problem().rooms().stream()
                .map(Room::kind)
                .distinct()
                .sorted()
                .toList();
        List<Row> rows = JsonObjectView.mapRows(
                typed.said().rows(SUBJECTS),
                AT,
                (subject, at) -> row(subject, at, typed.added(), modules, kinds, fieldErrors));
        List<String> skills = camp.problem().staff().stream()
                .flatMap(one -> one.skills().stream())
                .distinct()
                .sorted()
                .toList();
        return new CampSubjectsPage(
                fieldErrors.field(AT, ""), rows, typed.full().equals(AT) ? MAX_SUBJECTS : 0, skills);
    }

    private Row row(
            JsonObjectView subject,
            String at,
            String added,
            Map<String, String> modules,
            List<String> kinds,
            FieldErrors fieldErrors) {
        return new Row(
                fieldErrors.field(at, ""),
                added.equals(at),
                subject.text("id"),
                fieldErrors.field(at + "/title", subject.text("title")),
                fieldErrors.field(at + "/modulesPerWeek", subject.text("modulesPerWeek")),
                fieldErrors.field(at + "/maxPerDay", subject.text("maxPerDay")),
                fieldErrors.field(at + "/demanding", String.valueOf(subject.isTrue("demanding"))),
                fieldErrors.field(at + "/skill", subject.text("skill")),
                subject.texts("steps").size(),
                allowedModules(subject.part(ALLOWED), at + "/" + ALLOWED, modules, fieldErrors),
                new RoomKinds(
                        fieldErrors.field(at + "/" + KINDS, ""),
                        Stream.concat(kinds.stream(), subject.texts(KINDS).stream())
                                .distinct()
                                .map(kind -> new CheckboxOption(
                                        kind,
                                        RoomLimitForm.name(kind, requestTexts.texts()),
                                        "",
                                        subject.texts(KINDS).contains(kind)))
                                .toList()));
    }

    private static AllowedModules allowedModules(
            JsonObjectView allowed, String at, Map<String, String> modules, FieldErrors fieldErrors) {
        List<String> chosen = allowed.texts(BLOCKS);
        return new AllowedModules(
                fieldErrors.field(at, ""),
                fieldErrors.field(at + "/" + LevelField.NAME, LevelField.of(allowed)),
                modules.entrySet().stream()
                        .map(module -> new CheckboxOption(
                                module.getKey(), module.getValue(), "", chosen.contains(module.getKey())))
                        .toList());
    }
}
