package dk.grundskema.api.server.views;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import dk.grundskema.api.house.Names;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.papers.PlanPapers;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Naming;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.timetable.HoursLedger;
import dk.grundskema.api.timetable.SchoolWeeks;
import dk.grundskema.api.timetable.StaffHours;
import dk.grundskema.api.timetable.TimetableViews;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What plans' timetables show, ready-made: a timetable never changes, so an answer about it that was given once is given again, as long as it is
 * asked for.
 */
@Component
final class Showing {
    /** So many timetables stay drawn; a large school's takes some tens of megabytes. */
    private static final int DRAWN = 6;

    /** So many bytes of answers stay ready. */
    private static final long READY = 48L << 20;

    private final Plans plans;
    private final Documents documents;
    private final PluginHouse house;
    private final Naming naming;
    private final Speaking speaking;
    private final Lately<List<Object>, TimetableViews> drawn = new Lately<>(DRAWN);
    private final Cache<List<Object>, byte[]> ready = Caffeine.newBuilder()
            .maximumWeight(READY)
            .expireAfterAccess(Lately.UNUSED) // they have names, too
            .scheduler(Scheduler.systemScheduler())
            .weigher((List<Object> key, byte[] answer) -> answer.length + 400)
            .build();

    Showing(Plans plans, Documents documents, PluginHouse house, Naming naming, Speaking speaking) {
        this.plans = plans;
        this.documents = documents;
        this.house = house;
        this.naming = naming;
        this.speaking = speaking;
    }

    /**
     * The timetable that a plan is at, as a caller sees it.
     *
     * @throws Refusal 404 if the plan has none, 409 if it needs a plugin that isn't here
     */
    Shown of(PlanId id, Caller caller) {
        Plan plan = plans.get(id);
        return of(plan, Naming.students(caller, plan.organisation()));
    }

    /** The timetable that a plan is at, with students called as said; throws as {@link #of(PlanId, Caller)}. */
    Shown of(Plan plan, Names.OfStudents students) {
        return of(plan, plans.revision(plan.head()), students);
    }

    /** The timetable of a revision; throws as {@link #of(PlanId, Caller)}. */
    Shown of(Plan plan, Revision revision, Names.OfStudents students) {
        String hash = revision.timetable();
        if (hash == null) {
            throw Refusal.of(HttpStatus.NOT_FOUND, "plan.no-timetable");
        }
        return of(plan, revision, hash, students);
    }

    /** The timetable that a plan is at; before it has one, the lessons that the school has already. */
    Shown orAsItWas(Plan plan, Names.OfStudents students) {
        Revision head = plans.revision(plan.head());
        if (head.timetable() != null) {
            return of(plan, head, students);
        }
        Kept.OfProblem problem = documents.problem(head.problem());
        ZoneId zone = problem.value().horizon().zone();
        var nothing = new Kept.OfTimetable(problem.hash(), Timetable.ofNothing(problem.hash(), zone));
        return new Shown(plan, problem, nothing, students, speaking.language());
    }

    /** A timetable of a plan, be it at it or not, judged by what the plan is of now. */
    Shown of(Plan plan, String hash, Names.OfStudents students) {
        return of(plan, plans.revision(plan.head()), hash, students);
    }

    private Shown of(Plan plan, Revision revision, String hash, Names.OfStudents students) {
        Kept.OfTimetable timetable = documents.timetable(hash);
        Kept.OfProblem problem = documents.judging(documents.problem(revision.problem()), timetable);
        return new Shown(plan, problem, timetable, students, speaking.language());
    }

    /** All that is held, as it is looked at. */
    TimetableViews views(Shown shown) {
        return drawn.get(List.of(shown.problem().hash(), shown.timetable().hash(), shown.language()), fresh -> {
            var parts = papers(shown).parts(shown.timetable().value());
            return parts.school().map(SchoolWeeks::all).orElse(parts.events());
        });
    }

    /** What everybody works by it. */
    List<StaffHours> hours(Shown shown) {
        return new HoursLedger(views(shown), naming.demands(shown.problem())).all();
    }

    /** What of it goes on paper. */
    PlanPapers papers(Shown shown) {
        return new PlanPapers(
                house,
                speaking.texts(shown.language()),
                shown.problem().value(),
                naming.names(shown.problem(), Names.OfStudents.NAMES),
                naming.demands(shown.problem()));
    }

    /**
     * An answer about a timetable, made if nobody asked for it lately.
     *
     * @param what   says which answer
     * @param answer makes it
     */
    byte[] ready(Shown shown, List<?> what, Supplier<? extends Record> answer) {
        return ready.get(
                List.of(shown.tag(), shown.problem().hash(), shown.timetable().hash(), what),
                fresh -> JsonText.of(json(shown, answer.get())).getBytes(StandardCharsets.UTF_8));
    }

    /** A record about a timetable, as somebody may see it who looks at the timetable. */
    Json.Structure json(Shown shown, Record record) {
        return shown.students() == Names.OfStudents.NAMES
                ? RecordWriter.toJson(record)
                : RecordWriter.toJsonWithIds(record, naming.numbered(shown.problem(), shown.timetable()));
    }

    /** That answer with its entity tag, or that the caller has it. */
    ResponseEntity<byte[]> answer(Shown shown, String ifNoneMatch, List<?> what, Supplier<? extends Record> answer) {
        String tag = shown.tag();
        var response = ResponseEntity.status(ifNoneMatch.contains(tag) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE);
        return ifNoneMatch.contains(tag)
                ? response.build()
                : response.contentType(MediaType.APPLICATION_JSON).body(ready(shown, what, answer));
    }
}
