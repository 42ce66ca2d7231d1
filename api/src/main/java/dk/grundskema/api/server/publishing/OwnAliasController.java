package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.NamesShown;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.publishing.PublicationViews.AliasView;
import dk.grundskema.api.server.publishing.PublicationViews.AliasesView;
import dk.grundskema.api.timetable.StudentAliases;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who the numbers in the caller's own calendar are, over REST: of what was published to the caller, whatever the plan is at by now. */
@RestController
@Tag(name = "Links")
final class OwnAliasController {
    private final Plans plans;
    private final Links links;
    private final Feeds feeds;
    private final PublicationRows publications;
    private final PublishedCalendars calendars;

    OwnAliasController(
            Plans plans, Links links, Feeds feeds, PublicationRows publications, PublishedCalendars calendars) {
        this.plans = plans;
        this.links = links;
        this.feeds = feeds;
        this.publications = publications;
        this.calendars = calendars;
    }

    @GetMapping("/api/v1/plans/{plan}/links/mine/students")
    @Needs(Permission.OWN)
    @Operation(
            operationId = "getMyStudents",
            summary = "Which student each number in the caller's own calendar stands for.")
    AliasesView mine(@PathVariable PlanId plan, Caller caller) {
        var organisation = plans.get(plan).organisation();
        Link link = links.ofStaff(organisation, caller.staff(organisation)).stream()
                .filter(one -> one.kind() == LinkKind.STAFF && plan.equals(one.plan()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        NamesShown.noted();
        return publications
                .find(plan, feeds.now(link).publication())
                .map(calendars::of)
                .map(published -> aliases(published, new StaffId(link.ownerId())))
                .orElseGet(() -> new AliasesView(List.of()));
    }

    private static AliasesView aliases(Published published, StaffId person) {
        var numbers = StudentAliases.of(published.problem());
        return new AliasesView(published.timetable().meetings().stream()
                .filter(one -> one.seats().stream().anyMatch(seat -> person.equals(seat.staffId())))
                .flatMap(one -> one.studentIds().stream())
                .distinct()
                .flatMap(id -> published.problem().student(id).stream())
                .map(student -> view(student, numbers))
                .sorted(Comparator.comparingInt(AliasView::number))
                .toList());
    }

    private static AliasView view(Student student, StudentAliases numbers) {
        return new AliasView(numbers.number(student.id()).orElse(0), student.id(), student.name());
    }
}
