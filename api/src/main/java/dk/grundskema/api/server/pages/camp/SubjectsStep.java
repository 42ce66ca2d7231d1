package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.camp.CampStep;
import dk.grundskema.api.web.app.camp.SubjectsPage;
import dk.grundskema.api.web.app.camp.SubjectsPage.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is taught, and how much of it. What a subject has that the form hasn't, such as its thread, it keeps. */
@Component
@Order(4)
final class SubjectsStep implements Step {
    private static final String SUBJECTS = "subjects";
    private static final String AT = "/parameters/" + SUBJECTS;

    /** No subject is added to more. */
    private static final int MOST = 60;

    private final Speaking speaking;

    SubjectsStep(Speaking speaking) {
        this.speaking = speaking;
    }

    @Override
    public CampStep which() {
        return CampStep.SUBJECTS;
    }

    @Override
    public List<String> places() {
        return List.of(AT);
    }

    @Override
    public Typed standing(Camp camp) {
        return with(camp, camp.spelledOut().rows(SUBJECTS));
    }

    private static Typed with(Camp camp, List<Said> subjects) {
        return Typed.of(camp, camp.said().withRows(SUBJECTS, subjects));
    }

    @Override
    public Typed typed(Camp camp, Sent sent) {
        return with(camp, subjects(camp, sent));
    }

    private static List<Said> subjects(Camp camp, Sent sent) {
        return sent.rows(AT, at -> subject(camp, sent, at));
    }

    private static Said subject(Camp camp, Sent sent, String at) {
        String id = sent.text(at + "/id");
        return Said.withId(id, camp.said().rows(SUBJECTS))
                .with("id", new Json.Text(id))
                .with("title", sent.said(at + "/title"))
                .with("modulesPerWeek", sent.number(at + "/modulesPerWeek"))
                .with("maxPerDay", sent.number(at + "/maxPerDay"))
                .with("demanding", new Json.Truth(!sent.text(at + "/demanding").isEmpty()))
                .with("skill", sent.said(at + "/skill"));
    }

    @Override
    public Optional<Typed> changed(Camp camp, Sent sent) {
        return sent.asked().map(change -> changed(camp, subjects(camp, sent), change));
    }

    private static Typed changed(Camp camp, List<Said> subjects, String change) {
        var all = new ArrayList<>(subjects);
        if (change.equals("add") && all.size() >= MOST) {
            return with(camp, all).full(AT);
        }
        if (change.equals("add")) {
            all.add(fresh(all));
            return with(camp, all).adding(AT + "/" + subjects.size());
        }
        if (change.matches("drop:\\d{1,3}")) {
            int nth = Integer.parseInt(change.substring("drop:".length()));
            if (nth < all.size()) {
                all.remove(nth);
            }
        }
        return with(camp, all);
    }

    private static Said fresh(List<Said> all) {
        return Said.NOTHING
                .withFreshId("subject", all)
                .with("modulesPerWeek", new Json.Numeric(BigDecimal.ONE))
                .with("maxPerDay", new Json.Numeric(BigDecimal.ONE));
    }

    @Override
    public String said(Camp camp) {
        List<Said> subjects = camp.said().rows(SUBJECTS);
        return speaking.texts()
                .text(
                        "pages.camp-subjects",
                        subjects.size(),
                        subjects.stream()
                                .mapToInt(one -> Integer.parseInt(one.text("modulesPerWeek")))
                                .sum());
    }

    @Override
    public Drawn page(Camp camp, Typed typed, Beside beside) {
        List<Row> rows =
                Said.drawn(typed.said().rows(SUBJECTS), AT, (subject, at) -> row(subject, at, typed.added(), beside));
        List<String> skills = camp.problem().staff().stream()
                .flatMap(one -> one.skills().stream())
                .distinct()
                .sorted()
                .toList();
        var page = new SubjectsPage(beside.field(AT, ""), rows, typed.full().equals(AT) ? MOST : 0, skills);
        return (pages, visitor, bar, guide) -> pages.subjects(visitor, bar, guide, page);
    }

    private static Row row(Said subject, String at, String added, Beside beside) {
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
