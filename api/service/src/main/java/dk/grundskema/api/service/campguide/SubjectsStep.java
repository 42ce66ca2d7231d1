package dk.grundskema.api.service.campguide;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.service.campguide.CampSubjectsPage.Row;
import dk.grundskema.api.service.http.RequestTexts;
import dk.grundskema.api.service.plan.problem.CampStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Step with subjects and their amounts. Subjects keep properties that the form lacks, such as the thread. */
@Component
@Order(4)
final class SubjectsStep implements CampStepForm {
    private static final String SUBJECTS = "subjects";
    private static final String AT = "/parameters/" + SUBJECTS;

    /** Maximum number of subjects to which one can be added. */
    private static final int MOST = 60;

    private final RequestTexts speaking;

    SubjectsStep(RequestTexts speaking) {
        this.speaking = speaking;
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
    public CampForm readForm(EditedCamp camp, SubmittedForm sent) {
        return formOf(camp, readSubjects(camp, sent));
    }

    private static List<JsonObjectView> readSubjects(EditedCamp camp, SubmittedForm sent) {
        return sent.rows(AT, at -> readSubject(camp, sent, at));
    }

    private static JsonObjectView readSubject(EditedCamp camp, SubmittedForm sent, String at) {
        String id = sent.text(at + "/id");
        return JsonObjectView.findById(id, camp.said().rows(SUBJECTS))
                .with("id", new Json.JsonString(id))
                .with("title", sent.jsonText(at + "/title"))
                .with("modulesPerWeek", sent.number(at + "/modulesPerWeek"))
                .with("maxPerDay", sent.number(at + "/maxPerDay"))
                .with(
                        "demanding",
                        new Json.JsonBoolean(!sent.text(at + "/demanding").isEmpty()))
                .with("skill", sent.jsonText(at + "/skill"));
    }

    @Override
    public Optional<CampForm> readRowChange(EditedCamp camp, SubmittedForm sent) {
        return sent.rowAction().map(change -> changed(camp, readSubjects(camp, sent), change));
    }

    private static CampForm changed(EditedCamp camp, List<JsonObjectView> subjects, String change) {
        var all = new ArrayList<>(subjects);
        if (change.equals("add") && all.size() >= MOST) {
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
        return speaking.texts()
                .text(
                        "pages.camp-subjects",
                        subjects.size(),
                        subjects.stream()
                                .mapToInt(one -> Integer.parseInt(one.text("modulesPerWeek")))
                                .sum());
    }

    @Override
    public StepDrawing drawPage(EditedCamp camp, CampForm typed, FieldErrors beside) {
        List<Row> rows = JsonObjectView.mapRows(
                typed.said().rows(SUBJECTS), AT, (subject, at) -> row(subject, at, typed.added(), beside));
        List<String> skills = camp.problem().staff().stream()
                .flatMap(one -> one.skills().stream())
                .distinct()
                .sorted()
                .toList();
        var page = new CampSubjectsPage(beside.field(AT, ""), rows, typed.full().equals(AT) ? MOST : 0, skills);
        return (pages, visitor, bar, guide) -> pages.renderSubjects(visitor, bar, guide, page);
    }

    private static Row row(JsonObjectView subject, String at, String added, FieldErrors beside) {
        return new Row(
                beside.field(at, ""),
                added.equals(at),
                subject.text("id"),
                beside.field(at + "/title", subject.text("title")),
                beside.field(at + "/modulesPerWeek", subject.text("modulesPerWeek")),
                beside.field(at + "/maxPerDay", subject.text("maxPerDay")),
                beside.field(at + "/demanding", String.valueOf(subject.isTrue("demanding"))),
                beside.field(at + "/skill", subject.text("skill")),
                subject.texts("steps").size());
    }
}
