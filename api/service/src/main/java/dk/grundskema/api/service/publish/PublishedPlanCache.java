package dk.grundskema.api.service.publish;

import dk.grundskema.api.exports.calendar.EventIdGenerator;
import dk.grundskema.api.exports.calendar.TimetableCalendars;
import dk.grundskema.api.planning.PlanExporter;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RatedPlan;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Caches the calendars of a few publications: after a publication, all links of the plan request the same one. */
@Component
public final class PublishedPlanCache {
    /** Maximum number of cached publications. */
    public static final int CACHE_SIZE = 6;

    private final DocumentStore documents;
    private final NameResolverFactory nameResolverFactory;
    private final PluginPlanningFacade planning;
    private final RequestTexts requestTexts;
    private final PublicationRepository publicationRepository;
    private final LeastRecentlyUsedCache<PublicationKey, PublishedPlan> publishedPlans =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    public PublishedPlanCache(
            DocumentStore documents,
            NameResolverFactory nameResolverFactory,
            PluginPlanningFacade planning,
            RequestTexts requestTexts,
            PublicationRepository publicationRepository) {
        this.documents = documents;
        this.nameResolverFactory = nameResolverFactory;
        this.planning = planning;
        this.requestTexts = requestTexts;
        this.publicationRepository = publicationRepository;
    }

    /**
     * Returns a publication with its calendars.
     *
     * @throws RefusalException 409 if the problem requires a missing plugin
     */
    public PublishedPlan get(Publication one) {
        return publishedPlans.get(key(one), fresh -> load(one));
    }

    /**
     * Returns a publication with its calendars; reads the database only if it is not cached.
     *
     * @throws RefusalException 404 if the publication does not exist; 409 if the problem requires a missing plugin
     */
    public PublishedPlan get(PlanId plan, int number) {
        PublicationKey key = publicationRepository
                .findDocuments(plan, number)
                .map(documents -> new PublicationKey(plan, number, documents.problem(), documents.timetable()))
                .orElseThrow(RefusalException::notFound);
        return publishedPlans.get(
                key, fresh -> load(publicationRepository.find(plan, number).orElseThrow(RefusalException::notFound)));
    }

    /** Returns the same as {@link #get(Publication)}, or empty if the problem requires a missing plugin. */
    public Optional<PublishedPlan> findReadable(Publication one) {
        try {
            return Optional.of(get(one));
        } catch (RefusalException e) {
            if (e.status() == HttpStatus.CONFLICT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Returns the problems of the last publications of plans, in two queries. Leaves out those that require a missing plugin. */
    public Map<PlanId, Problem> findLastProblems(Collection<PlanId> plans) {
        Map<PlanId, String> hashes = publicationRepository.findLastProblemHashes(plans);
        documents.prefetch(hashes.values());
        var problems = new HashMap<PlanId, Problem>();
        hashes.forEach((plan, hash) -> {
            try {
                problems.put(plan, documents.problem(hash).value());
            } catch (RefusalException e) {
                if (e.status() != HttpStatus.CONFLICT) {
                    throw e;
                }
            }
        });
        return problems;
    }

    /** Caches a publication that was just stored, because all links of the plan will request it. */
    void remember(PublishedPlan one) {
        publishedPlans.put(key(one.publication()), one);
    }

    /** Documents are part of the key, because a plan that forgets people replaces them. */
    private record PublicationKey(PlanId plan, int number, String problem, String timetable) {}

    private static PublicationKey key(Publication one) {
        return new PublicationKey(one.plan(), one.number(), one.problem(), one.timetable());
    }

    private PublishedPlan load(Publication one) {
        PublicationRepository.EventIdSeed seed = publicationRepository.eventIdSeed(one.plan(), one.number());
        return get(one, EventIdGenerator.withSecret(seed.secret(), seed.exceptions()));
    }

    /** Returns a publication that may never be stored, with its calendars. */
    PublishedPlan get(Publication one, EventIdGenerator ids) {
        documents.prefetch(List.of(one.problem(), one.timetable()));
        RatedPlan rated = documents.ratedPlan(documents.problem(one.problem()), documents.timetable(one.timetable()));
        StoredDocument.StoredProblem problem = rated.problem();
        StoredDocument.StoredTimetable timetable = rated.timetable();
        // Names made of words are in the plan's language; all other texts of calendars are in the reader's language.
        Texts texts = requestTexts.texts(problem.value().language().locale());
        var names = new PlanNameResolver(
                texts, problem.value(), nameResolverFactory.demands(problem), PlanNameResolver.StudentNaming.NUMBERS);
        var papers = new PlanExporter(planning, texts, problem.value(), names, nameResolverFactory.demands(problem));
        var events = new TimetableCalendars(
                problem.value(), timetable.value(), papers.calendarWording().withTitle(one.title()), ids);
        return new PublishedPlan(
                one.withNote(events.redactStudents(one.note())), problem.value(), timetable.value(), ids, events);
    }
}
