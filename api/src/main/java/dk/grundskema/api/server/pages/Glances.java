package dk.grundskema.api.server.pages;

import dk.grundskema.api.exports.LookStyle;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.views.SeenTimetables;
import dk.grundskema.api.timetable.Overview;
import dk.grundskema.api.web.app.history.RevisionPage.Glance;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Timetables of revisions in small, side by side, and the style in which each has its own colours. */
@RestController
@Hidden // no part of what programs are offered
public class Glances {
    private static final int MOST = 4;
    private static final int MOST_TEAMS = 16;
    private static final int MOST_WEEKS = 4;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Plans plans;
    private final SeenTimetables timetables;

    Glances(Plans plans, SeenTimetables timetables) {
        this.plans = plans;
        this.timetables = timetables;
    }

    /** Address of the style of some timetables; empty if there are none. */
    public String looks(Plan plan, List<RevisionId> some) {
        return some.isEmpty()
                ? ""
                : some.stream()
                        .limit(MOST)
                        .map(RevisionId::value)
                        .collect(Collectors.joining("&of=", "/plans/" + plan.id() + "/looks?of=", ""));
    }

    /**
     * The timetables of revisions of the plan or its family in small; of long ones the first weeks, and none with more teams than there is room for.
     *
     * @param name what a revision is called
     */
    public List<Glance> of(Plan plan, List<RevisionId> some, Function<RevisionId, String> name, Caller caller) {
        return some.stream()
                .limit(MOST)
                .map(id -> glance(plan, id, name.apply(id), caller))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Glance> glance(Plan plan, RevisionId id, String name, Caller caller) {
        var views = timetables.of(plan.id(), revision(plan, id), caller).views();
        return views.teams().size() > MOST_TEAMS
                ? Optional.empty()
                : Optional.of(new Glance(
                        name,
                        Overview.of(views).weeks().stream().limit(MOST_WEEKS).toList()));
    }

    private Revision revision(Plan plan, RevisionId id) {
        return plans.ofFamily(plan, id, "/of");
    }

    /** @param of ids of the revisions, the first of which is drawn within what is called {@code of-0} */
    @GetMapping("/plans/{plan}/looks")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showLooksOf(
            @PathVariable PlanId plan, @RequestParam(defaultValue = "") List<RevisionId> of) {
        Plan found = plans.get(plan);
        String style = IntStream.range(0, Math.min(of.size(), MOST))
                .mapToObj(i -> LookStyle.of(
                        timetables
                                .unnamed(plan, revision(found, of.get(i)))
                                .views()
                                .looks(),
                        ".of-" + i + " "))
                .collect(Collectors.joining());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(A_DAY).cachePrivate())
                .header(HttpHeaders.CONTENT_TYPE, "text/css; charset=utf-8")
                .body(style.getBytes(StandardCharsets.UTF_8));
    }
}
