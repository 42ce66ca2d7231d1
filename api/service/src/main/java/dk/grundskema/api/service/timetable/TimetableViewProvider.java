package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.documents.timetable.PayrollHoursCalculator;
import dk.grundskema.api.documents.timetable.StaffHours;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.planning.PlanExporter;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RatedPlan;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.StoredDocument;
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
 * Provides timetables in the form that pages and the API show. Timetables are immutable, so both the views and the serialised responses are
 * cached by timetable, problem, naming and language (see {@link ViewedTimetable#tag}) and never become outdated; they only expire when
 * unused.
 */
@Component
public final class TimetableViewProvider {
    /** Maximum number of cached timetables; one of a large school takes some tens of megabytes. */
    private static final int VIEWS_CACHE_SIZE = 6;

    /** Maximum size of cached responses, in bytes. */
    private static final long RESPONSE_CACHE_BYTES = 48L << 20;

    private final PlanStore plans;
    private final DocumentStore documents;
    private final PluginPlanningFacade planning;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;
    private final LeastRecentlyUsedCache<List<Object>, TimetableViews> viewsCache =
            LeastRecentlyUsedCache.create(VIEWS_CACHE_SIZE);
    private static final int DEPENDENCIES_IN_TAG = 16;

    private final LeastRecentlyUsedCache<List<Object>, byte[]> responseCache =
            LeastRecentlyUsedCache.createSized(RESPONSE_CACHE_BYTES, answer -> answer.length + 400);

    TimetableViewProvider(
            PlanStore plans,
            DocumentStore documents,
            PluginPlanningFacade planning,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts) {
        this.plans = plans;
        this.documents = documents;
        this.planning = planning;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
    }

    /**
     * Returns the plan's current timetable as the caller sees it.
     *
     * @throws RefusalException 404 if the plan has none; 409 if it requires a missing plugin
     */
    public ViewedTimetable resolve(PlanId id, Caller caller) {
        Plan plan = plans.get(id);
        return resolve(plan, NameResolverFactory.studentNaming(caller, plan.organisation()));
    }

    /** Returns the plan's current timetable with the given naming of students. Fails like {@link #resolve(PlanId, Caller)}. */
    public ViewedTimetable resolve(Plan plan, PlanNameResolver.StudentNaming students) {
        return resolve(plan, plans.revision(plan.head()), students);
    }

    /** Returns the timetable of a revision. Fails like {@link #resolve(PlanId, Caller)}. */
    ViewedTimetable resolve(Plan plan, Revision revision, PlanNameResolver.StudentNaming students) {
        String hash = revision.timetable();
        if (hash == null) {
            throw RefusalException.of(HttpStatus.NOT_FOUND, "plan.no-timetable");
        }
        return resolve(plan, revision, hash, students);
    }

    /** Returns the plan's current timetable; without one, the school's existing lessons. */
    ViewedTimetable resolveOrExistingLessons(Plan plan, PlanNameResolver.StudentNaming students) {
        Revision head = plans.revision(plan.head());
        if (head.timetable() != null) {
            return resolve(plan, head, students);
        }
        StoredDocument.StoredProblem problem = documents.viewedProblem(head.problem());
        ZoneId zone = problem.value().horizon().zone();
        var nothing = new StoredDocument.StoredTimetable(problem.hash(), Timetable.empty(problem.hash(), zone));
        return new ViewedTimetable(plan, problem, nothing, students, requestTexts.language());
    }

    /** Returns any timetable of a plan together with the plan's current problem. */
    ViewedTimetable resolve(Plan plan, String hash, PlanNameResolver.StudentNaming students) {
        return resolve(plan, plans.revision(plan.head()), hash, students);
    }

    private ViewedTimetable resolve(
            Plan plan, Revision revision, String hash, PlanNameResolver.StudentNaming students) {
        RatedPlan rated = documents.ratedPlan(documents.viewedProblem(revision.problem()), documents.timetable(hash));
        return new ViewedTimetable(plan, rated.problem(), rated.timetable(), students, requestTexts.language());
    }

    /** Returns the entries of a timetable. */
    public TimetableViews views(ViewedTimetable viewedTimetable) {
        return viewsCache.get(
                List.of(
                        viewedTimetable.problem().hash(),
                        viewedTimetable.timetable().hash(),
                        viewedTimetable.language()),
                fresh -> planExporter(viewedTimetable)
                        .allViews(viewedTimetable.timetable().value()));
    }

    /** Returns staff hours by a timetable. */
    public List<StaffHours> staffHours(ViewedTimetable viewedTimetable) {
        return new PayrollHoursCalculator(
                        views(viewedTimetable), nameResolverFactory.demands(viewedTimetable.problem()))
                .hoursOfAllStaff();
    }

    /** Returns the exporter of printable sheets. */
    PlanExporter planExporter(ViewedTimetable viewedTimetable) {
        return new PlanExporter(
                planning,
                requestTexts.texts(viewedTimetable.language()),
                viewedTimetable.problem().value(),
                nameResolverFactory.names(viewedTimetable.problem(), PlanNameResolver.StudentNaming.NAMES),
                nameResolverFactory.demands(viewedTimetable.problem()));
    }

    /**
     * Returns a response about a timetable, from the cache if possible.
     *
     * @param what   key of the response
     * @param answer creates the response
     */
    byte[] cachedAnswer(ViewedTimetable viewedTimetable, List<?> what, Supplier<? extends Record> answer) {
        return responseCache.get(key(viewedTimetable, what), fresh -> format(viewedTimetable, answer.get()));
    }

    private static List<Object> key(ViewedTimetable viewedTimetable, List<?> what) {
        return List.of(
                viewedTimetable.tag(),
                viewedTimetable.problem().hash(),
                viewedTimetable.timetable().hash(),
                what);
    }

    private byte[] format(ViewedTimetable viewedTimetable, Record answer) {
        return JsonFormatter.format(toJson(viewedTimetable, answer)).getBytes(StandardCharsets.UTF_8);
    }

    /** Converts a record about a timetable to JSON, with the naming of students of that timetable. */
    Json.JsonObject toJson(ViewedTimetable viewedTimetable, Record record) {
        return viewedTimetable.students() == PlanNameResolver.StudentNaming.NAMES
                ? RecordWriter.toJson(record)
                : RecordWriter.toJsonWithIds(
                        record,
                        nameResolverFactory.numberedIds(viewedTimetable.problem(), viewedTimetable.timetable()));
    }

    /** Returns the cached response with its entity tag, or 304 if the client has it. */
    public ResponseEntity<byte[]> respond(
            ViewedTimetable viewedTimetable, String ifNoneMatch, List<?> what, Supplier<? extends Record> answer) {
        return respond(viewedTimetable, "", ifNoneMatch, what, answer);
    }

    /** @param dependencies what the response depends on besides the timetable: equal texts mean equal responses; empty means nothing */
    public ResponseEntity<byte[]> respond(
            ViewedTimetable viewedTimetable,
            String dependencies,
            String ifNoneMatch,
            List<?> what,
            Supplier<? extends Record> answer) {
        String tag = tag(viewedTimetable, dependencies);
        return ifNoneMatch.contains(tag)
                ? notModified(tag)
                : tagged(tag, cachedAnswer(viewedTimetable, List.of(what, dependencies), answer));
    }

    /**
     * What a search found.
     *
     * @param content   the answer
     * @param isLimited whether a limit ended the search, so that a later one may find more
     */
    public record SearchAnswer(Record content, boolean isLimited) {}

    /**
     * Returns the response like {@link #respond(ViewedTimetable, String, String, List, Supplier)}, but an answer that a limit ended is neither cached
     * nor tagged: the next request searches again.
     */
    public ResponseEntity<byte[]> respondToSearch(
            ViewedTimetable viewedTimetable,
            String dependencies,
            String ifNoneMatch,
            List<?> what,
            Supplier<SearchAnswer> search) {
        String tag = tag(viewedTimetable, dependencies);
        if (ifNoneMatch.contains(tag)) {
            return notModified(tag);
        }
        List<Object> key = key(viewedTimetable, List.of(what, dependencies));
        byte[] known = responseCache.getIfPresent(key);
        if (known != null) {
            return tagged(tag, known);
        }
        SearchAnswer found = search.get();
        byte[] body = format(viewedTimetable, found.content());
        if (found.isLimited()) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body);
        }
        responseCache.put(key, body);
        return tagged(tag, body);
    }

    /** Returns a tag that changes with the content of a view, and with what else an answer depends on; empty means nothing else. */
    static String tag(ViewedTimetable viewedTimetable, String dependencies) {
        String own = viewedTimetable.tag();
        return dependencies.isEmpty()
                ? own
                : own.substring(0, own.length() - 1) + "-"
                        + Sha256.of(dependencies).substring(0, DEPENDENCIES_IN_TAG) + "\"";
    }

    private static ResponseEntity<byte[]> notModified(String tag) {
        return response(HttpStatus.NOT_MODIFIED, tag).build();
    }

    private static ResponseEntity<byte[]> tagged(String tag, byte[] body) {
        return response(HttpStatus.OK, tag)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static ResponseEntity.BodyBuilder response(HttpStatus status, String tag) {
        return ResponseEntity.status(status)
                .eTag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE);
    }
}
