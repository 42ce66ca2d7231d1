package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.exports.feed.PlanYearSpans;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkId;
import dk.grundskema.api.service.subscribe.FeedRepository.Recalculation;
import dk.grundskema.api.service.subscribe.StoredYear.PublishedSource;
import dk.grundskema.api.service.subscribe.StoredYear.YearContribution;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.Interruptions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Calculates the year feeds of organisations from the last publications of all plans of an organisation and those below it, except plans in
 * the trash. Runs on request, only if a source has changed. Writes compare the step counter like {@link FeedCalculator}.
 */
@Component
public class YearFeedCalculator {
    private static final int CACHE_SIZE = 50;

    private final JdbcClient database;
    private final FeedRepository feedRepository;
    private final OrganisationRepository organisations;
    private final DocumentStore documents;
    private final PluginPlanningFacade planning;
    private final InstantSource clock;
    private final LeastRecentlyUsedCache<List<Object>, StoredYear> storedYearCache =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    YearFeedCalculator(
            JdbcClient database,
            FeedRepository feedRepository,
            OrganisationRepository organisations,
            DocumentStore documents,
            PluginPlanningFacade planning,
            InstantSource clock) {
        this.database = database;
        this.feedRepository = feedRepository;
        this.organisations = organisations;
        this.documents = documents;
        this.planning = planning;
        this.clock = clock;
    }

    /**
     * State of a feed.
     *
     * @param isEmpty  whether no content is stored
     * @param step     number of writes
     * @param language language of the link
     * @param name     name of the organisation
     * @param anew     correction if the feed was recalculated
     */
    private record YearProgress(boolean isEmpty, long step, Language language, String name, Recalculation anew) {}

    /**
     * Returns the current feed.
     *
     * @throws RefusalException 404 if the link no longer exists
     */
    public FeedSnapshot currentFeed(FeedLink link) {
        while (true) {
            YearProgress head = findProgress(link.id());
            List<PublishedSource> sources = sources(link.organisation());
            Optional<StoredYear> kept = findStored(link.id(), head);
            if (kept.isPresent() && kept.get().isUpToDate(head.name(), head.language(), sources)) {
                return currentFeed(link, head, kept.get().feed());
            }
            if (kept.isPresent() || head.isEmpty()) {
                write(link.id(), head.step(), next(link, head, kept.orElse(null), sources));
            }
        }
    }

    private static FeedSnapshot currentFeed(FeedLink link, YearProgress head, StoredFeed feed) {
        return new FeedSnapshot(
                link,
                head.step(),
                feed.publication(),
                feed.published(),
                head.anew().applyTo(feed.state()),
                feed.stillHeld(),
                feed.title(),
                head.language().locale(),
                feed.span(),
                false);
    }

    private StoredYear next(
            FeedLink link, YearProgress head, @Nullable StoredYear kept, List<PublishedSource> sources) {
        StoredYear before = kept == null ? StoredYear.empty(head.name(), head.language()) : kept;
        List<YearContribution> now =
                sources.stream().map(source -> contribution(source, before)).toList();
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return before.next(head.name(), head.language(), now, link.id().value(), at);
    }

    private YearContribution contribution(PublishedSource source, StoredYear before) {
        return before.plans().stream()
                .filter(one -> one.source().isSameAs(source))
                .findFirst()
                .map(one -> new YearContribution(source, one.zone(), one.spans()))
                .orElseGet(() -> readContribution(source));
    }

    private YearContribution readContribution(PublishedSource source) {
        Problem problem = documents.viewedProblem(source.problem()).value();
        var timetable = documents.timetable(source.timetable()).value();
        var interruptions = Interruptions.of(problem, planning.plugins()::find);
        return new YearContribution(
                source, problem.horizon().zone(), PlanYearSpans.of(problem, timetable, interruptions));
    }

    private List<PublishedSource> sources(OrganisationId top) {
        List<String> within = organisations.findSubtree(top).stream()
                .map(OrganisationId::value)
                .toList();
        return database.sql("""
                        SELECT p.family, p.organisation, o.name, b.number, b.problem, b.timetable, b.published
                        FROM plan p JOIN organisation o ON o.id = p.organisation JOIN publication b ON b.plan = p.id
                        WHERE p.organisation IN (:within) AND p.deleted IS NULL
                          AND b.number = (SELECT MAX(c.number) FROM publication c WHERE c.plan = p.id)
                        ORDER BY p.family""")
                .param("within", within)
                .query((row, number) -> new PublishedSource(
                        row.getString("family"),
                        row.getString("organisation"),
                        row.getString("name"),
                        row.getInt("number"),
                        row.getString("problem"),
                        row.getString("timetable"),
                        row.getTimestamp("published").toInstant()))
                .list();
    }

    /** Stores the content unless another writer was faster. */
    private void write(LinkId link, long step, StoredYear year) {
        if (feedRepository.write(link, step, 1, year.bytes())) {
            storedYearCache.put(List.of(link, step + 1), year);
        }
    }

    private YearProgress findProgress(LinkId link) {
        return database.sql("""
                        SELECT s.content IS NULL AS is_empty, s.step, s.beyond, s.anew, l.language, o.name
                        FROM feed_link l JOIN feed_state s ON s.link = l.id
                        JOIN organisation o ON o.id = l.organisation WHERE l.id = :link""")
                .param("link", link.value())
                .query((row, number) -> new YearProgress(
                        row.getBoolean("is_empty"),
                        row.getLong("step"),
                        Language.valueOf(row.getString("language")),
                        row.getString("name"),
                        Recalculation.of(row)))
                .optional()
                .orElseThrow(RefusalException::notFound);
    }

    /** Returns the stored content; empty if there is none, if it was written since, or if it must be calculated anew. */
    private Optional<StoredYear> findStored(LinkId link, YearProgress head) {
        if (head.isEmpty()) {
            return Optional.empty();
        }
        List<Object> key = List.of(link, head.step());
        StoredYear known = storedYearCache.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<StoredYear> kept = feedRepository.findContent(link, head.step(), StoredYear::of);
        kept.ifPresent(year -> storedYearCache.put(key, year));
        return kept;
    }
}
