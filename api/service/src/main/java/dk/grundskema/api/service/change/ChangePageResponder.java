package dk.grundskema.api.service.change;

import dk.grundskema.api.documents.timetable.NaturalOrder;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.absence.AbsenceAdministration;
import dk.grundskema.api.service.change.ChangeFormPage.FormChoices;
import dk.grundskema.api.service.change.ChangeFormPage.FormOption;
import dk.grundskema.api.service.change.ChangeFormPage.FormRow;
import dk.grundskema.api.service.change.ChangeFormPage.OpenPreview;
import dk.grundskema.api.service.change.ChangeFormPage.RowTrouble;
import dk.grundskema.api.service.change.ChangePreviewPage.ShownPreview;
import dk.grundskema.api.service.edit.EffectViewFactory;
import dk.grundskema.api.service.edit.TimetabledPlan;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.history.UndoStepFinder;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Timetable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Builds the pages of changes: the form with what is wrong in it, and the preview. */
@Component
final class ChangePageResponder {
    private static final String MISSING_FIELD = "plan-change.missing-field";

    private final PlanStore plans;
    private final ChangePreviewRepository previews;
    private final ChangeViewFactory changeViewFactory;
    private final EffectViewFactory effectViewFactory;
    private final AbsenceAdministration absenceAdministration;
    private final ChangeAdministration changeAdministration;
    private final UndoStepFinder undoStepFinder;
    private final ErrorMessages errorMessages;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    ChangePageResponder(
            PlanStore plans,
            ChangePreviewRepository previews,
            ChangeViewFactory changeViewFactory,
            EffectViewFactory effectViewFactory,
            AbsenceAdministration absenceAdministration,
            ChangeAdministration changeAdministration,
            UndoStepFinder undoStepFinder,
            ErrorMessages errorMessages,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.previews = previews;
        this.changeViewFactory = changeViewFactory;
        this.effectViewFactory = effectViewFactory;
        this.absenceAdministration = absenceAdministration;
        this.changeAdministration = changeAdministration;
        this.undoStepFinder = undoStepFinder;
        this.errorMessages = errorMessages;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(ChangeFormPage.class, "changes");
    }

    /**
     * Returns the form.
     *
     * @param refusal why it was refused; {@code null} if it was not
     * @param done    version that the plan got by the visitor's last change; 0 if none
     */
    ResponseEntity<byte[]> respondWithForm(
            HttpStatus status,
            TimetabledPlan timetabled,
            ChangeForm form,
            @Nullable RefusalException refusal,
            long done,
            Caller caller,
            HttpServletRequest request) {
        Plan plan = plans.get(timetabled.plan().id());
        Problem problem = timetabled.problem().value();
        Horizon horizon = changeAdministration.changeableHorizon(timetabled);
        var words = effectViewFactory.forPlan(
                plan, timetabled.problem(), timetabled.timetable().value(), caller);
        List<Finding> findings =
                refusal == null || status != HttpStatus.UNPROCESSABLE_CONTENT ? List.of() : refusal.findings();
        // Undo is offered only for the visitor's own last change, never for a later one by others.
        Optional<String> step = plan.version() == done
                ? undoStepFinder.findSteps(plan).back().map(UndoStepFinder.UndoStep::text)
                : Optional.empty();
        var page = new ChangeFormPage(
                plan.id().value(),
                plan.version(),
                form.now(),
                horizon.firstDay(),
                horizon.lastDay(),
                absenceAdministration.isRehearsed(plan.id(), null),
                changeAdministration.isEditedSincePlanned(timetabled),
                !changeAdministration.fitsPresentProblem(timetabled),
                previews.findByPlan(plan.id()).stream()
                        .filter(one ->
                                one.version() == plan.version() && (one.state().isRunning() || one.least() != null))
                        .map(OpenPreview::of)
                        .toList(),
                IntStream.range(0, form.rows().size())
                        .mapToObj(nth ->
                                new FormRow(form.rows().get(nth), troubles(findings, "/changes/" + nth, words.texts())))
                        .toList(),
                choices(problem, timetabled.timetable().value(), form, words.names(), words.texts()),
                trouble(refusal, findings, words.texts()),
                String.join(
                        " ",
                        findings.stream()
                                .filter(one -> one.pointer().equals("/now"))
                                .map(words.texts()::sentenceOf)
                                .toList()),
                step.stream().toList(),
                step.isPresent());
        var bar = planBars.create(plan, PlanPart.CHANGE);
        return templates.render(
                status,
                request,
                "changes",
                page.head().withPlan(bar),
                Map.of(
                        "page",
                        page,
                        "canPublish",
                        bar.parts().contains(PlanPart.PUBLISH),
                        "mayPlan",
                        caller.permissionsIn(plan.organisation()).contains(Permission.PLAN)));
    }

    private static List<RowTrouble> troubles(List<Finding> findings, String at, Texts texts) {
        return findings.stream()
                .filter(one -> one.pointer().equals(at) || one.pointer().startsWith(at + "/"))
                .map(one -> {
                    String field = one.pointer().equals(at) ? "" : one.pointer().split("/", 5)[3];
                    String text = one.code().equals(MISSING_FIELD)
                            ? texts.text("plan-change.choose-" + field)
                            : texts.sentenceOf(one);
                    return new RowTrouble(field, text);
                })
                .toList();
    }

    /** Returns what is wrong with the change as a whole. */
    private List<String> trouble(@Nullable RefusalException refusal, List<Finding> findings, Texts texts) {
        if (refusal == null) {
            return List.of();
        }
        return findings.isEmpty()
                ? errorMessages.sentences(refusal)
                : findings.stream()
                        .filter(one ->
                                !one.pointer().equals("/now") && !one.pointer().matches("/changes/\\d+(/.*)?"))
                        .map(texts::sentenceOf)
                        .toList();
    }

    private static FormChoices choices(
            Problem problem, Timetable timetable, ChangeForm form, PlanNameResolver names, Texts texts) {
        LocalDate today = form.moment()
                .map(LocalDateTime::toLocalDate)
                .orElse(problem.horizon().firstDay());
        return new FormChoices(
                options(problem.staff(), one -> one.id().value(), one -> one.name()),
                options(problem.rooms(), one -> one.id().value(), one -> one.name()),
                isAbout(form, "studentId")
                        ? options(problem.students(), one -> one.id().value(), one -> names.nameOf(one.id()))
                        : List.of(),
                options(problem.groups(), one -> one.id().value(), one -> one.name()),
                options(
                        Stream.concat(
                                        problem.groups().stream().map(Group::id),
                                        timetable.groups().stream().map(GroupMembers::id))
                                .distinct()
                                .toList(),
                        GroupId::value,
                        names::nameOf),
                problem.horizon().closedDays().stream()
                        .filter(day -> !day.isBefore(today))
                        .toList(),
                options(problem.sites(), one -> one.id().value(), one -> one.name()),
                options(List.of(RoomKind.values()), RoomKind::toString, one -> texts.text("enum." + one.name())),
                isAbout(form, "lessonId")
                        ? options(
                                lessonsToCome(problem, today),
                                one -> one.id().value(),
                                one -> lessonText(problem, one, texts))
                        : List.of(),
                isAbout(form, "subject")
                        ? lessonsToCome(problem, today).stream()
                                .filter(one -> one.kind() == Lesson.Kind.TEACHING)
                                .map(Lesson::subject)
                                .filter(subject -> !subject.isBlank())
                                .distinct()
                                .sorted()
                                .map(subject -> new FormOption(subject, subject))
                                .toList()
                        : List.of());
    }

    private static boolean isAbout(ChangeForm form, String field) {
        return form.rows().stream().anyMatch(row -> row.kind().has(field));
    }

    private static List<Lesson> lessonsToCome(Problem problem, LocalDate today) {
        return problem.lessons().stream()
                .filter(one -> one.time().dates().stream().anyMatch(date -> !date.isBefore(today)))
                .toList();
    }

    private static String lessonText(Problem problem, Lesson lesson, Texts texts) {
        String groups = lesson.groupIds().stream()
                .flatMap(id -> problem.group(id).stream())
                .map(Group::name)
                .collect(Collectors.joining(", "));
        MeetingTime time = lesson.time();
        return texts.text(
                "plan-change.lesson",
                lesson.title(),
                groups.isEmpty() ? "–" : groups,
                time.weekday(),
                time.start(),
                time.end());
    }

    private static <T> List<FormOption> options(List<T> all, Function<T, String> id, Function<T, String> name) {
        return all.stream()
                .map(one -> new FormOption(id.apply(one), name.apply(one)))
                .sorted(NaturalOrder.by(FormOption::name))
                .toList();
    }

    /**
     * Returns the preview.
     *
     * @param refusal why it was not kept; {@code null} if it was not tried
     */
    ResponseEntity<byte[]> respondWithPreview(
            PlanId id, String preview, @Nullable RefusalException refusal, Caller caller, HttpServletRequest request) {
        Plan plan = plans.get(id);
        StoredPreview stored = previews.get(id, preview);
        Duration time = (stored.state() == PreviewState.COMPARING && stored.afresh() != null
                        ? stored.afresh()
                        : stored.limits())
                .time();
        var page = new ChangePreviewPage(
                id.value(),
                plan.version(),
                ShownPreview.of(changeViewFactory.view(plan, stored, caller)),
                time == null ? 0 : time.toSeconds(),
                refusal == null ? List.of() : errorMessages.sentences(refusal));
        var bar = planBars.create(plan, PlanPart.CHANGE);
        return templates.render(
                refusal == null ? HttpStatus.OK : refusal.status(),
                request,
                "change",
                page.head().withPlan(bar),
                Map.of("page", page));
    }
}
