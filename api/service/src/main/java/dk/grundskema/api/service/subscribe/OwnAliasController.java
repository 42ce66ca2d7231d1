package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.documents.timetable.StudentAliases;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.access.StudentNameDisclosure;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.publish.PublicationRepository;
import dk.grundskema.api.service.publish.PublicationViews.AliasView;
import dk.grundskema.api.service.publish.PublicationViews.AliasesView;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST operation that resolves the student numbers in the caller's own calendar, based on the publication that reached the caller, not on
 * the current plan.
 */
@RestController
@Tag(name = "Links")
final class OwnAliasController {
    private final PlanStore plans;
    private final FeedCalculator feeds;
    private final PublicationRepository publications;
    private final DocumentStore documents;

    OwnAliasController(
            PlanStore plans, FeedCalculator feeds, PublicationRepository publications, DocumentStore documents) {
        this.plans = plans;
        this.feeds = feeds;
        this.publications = publications;
        this.documents = documents;
    }

    @GetMapping("/api/v1/plans/{plan}/links/mine/students")
    @RequiresPermission(Permission.OWN)
    @Operation(
            operationId = "getMyStudents",
            summary = "Which student each number in the caller's own calendar stands for.")
    AliasesView mine(@PathVariable PlanId plan, Caller caller) {
        plans.get(plan); // fails with 404 if it was deleted
        FeedSnapshot feed = feeds.findCurrentFeed(plan, caller.ownStaff())
                .or(() -> feeds.findCurrentFeed(publications.findShownPlan(plan), caller.ownStaff()))
                .orElseThrow(RefusalException::notFound);
        StudentNameDisclosure.recordDisclosure();
        return publications
                .find(Objects.requireNonNull(feed.link().plan()), feed.publication())
                .map(published -> aliases(published, new StaffId(feed.link().ownerId())))
                .orElseGet(() -> new AliasesView(List.of()));
    }

    private AliasesView aliases(Publication published, StaffId person) {
        documents.prefetch(List.of(published.problem(), published.timetable()));
        Problem problem = documents.problem(published.problem()).value();
        var numbers = StudentAliases.of(problem);
        return new AliasesView(documents.timetable(published.timetable()).value().meetings().stream()
                .filter(one -> one.seats().stream().anyMatch(seat -> person.equals(seat.staffId())))
                .flatMap(one -> one.studentIds().stream())
                .distinct()
                .flatMap(id -> problem.student(id).stream())
                .map(student -> view(student, numbers))
                .sorted(Comparator.comparingInt(AliasView::number))
                .toList());
    }

    private static AliasView view(Student student, StudentAliases numbers) {
        return new AliasView(numbers.number(student.id()).orElse(0), student.id(), student.name());
    }
}
