package dk.grundskema.api.server.publishing;

import dk.grundskema.api.feeds.PlanYear;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.publishing.FeedRows.Anew;
import dk.grundskema.api.server.publishing.KeptYear.OfPlan;
import dk.grundskema.api.server.publishing.KeptYear.Source;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.Interruptions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the feeds of organisations' years say: that of the last publications of all plans which the organisation and those below it have, without those
 * thrown away. It is worked out when somebody asks and something is other than it was.
 */
@Component
public class YearFeeds {
    private static final int REMEMBERED = 50;

    private final JdbcClient database;
    private final FeedRows rows;
    private final Organisations organisations;
    private final Documents documents;
    private final PluginHouse house;
    private final InstantSource clock;
    private final Lately<List<Object>, KeptYear> lately = new Lately<>(REMEMBERED);

    YearFeeds(
            JdbcClient database,
            FeedRows rows,
            Organisations organisations,
            Documents documents,
            PluginHouse house,
            InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.organisations = organisations;
        this.documents = documents;
        this.house = house;
        this.clock = clock;
    }

    /**
     * How far a feed was worked out.
     *
     * @param isEmpty  whether nothing is kept of it yet
     * @param step     counts how often it was written
     * @param language language of the link
     * @param name     what the organisation is called
     * @param anew     whether it was worked out anew
     */
    private record Head(boolean isEmpty, long step, Language language, String name, Anew anew) {}

    /**
     * What a feed says now.
     *
     * @throws Refusal 404 if the link is gone by now
     */
    public FeedNow now(Link link) {
        while (true) {
            Head head = head(link.id());
            List<Source> sources = sources(link.organisation());
            Optional<KeptYear> kept = kept(link.id(), head);
            if (kept.isPresent() && kept.get().isOf(head.name(), head.language(), sources)) {
                return now(link, head, kept.get().feed());
            }
            if (kept.isPresent() || head.isEmpty()) {
                write(link.id(), head.step(), next(link, head, kept.orElse(null), sources));
            }
        }
    }

    private static FeedNow now(Link link, Head head, KeptFeed feed) {
        return new FeedNow(
                link,
                head.step(),
                feed.publication(),
                feed.published(),
                head.anew().told(feed.state()),
                feed.stillHeld(),
                feed.title(),
                head.language().locale(),
                feed.span(),
                false);
    }

    private KeptYear next(Link link, Head head, @Nullable KeptYear kept, List<Source> sources) {
        KeptYear before = kept == null ? KeptYear.none(head.name(), head.language()) : kept;
        List<OfPlan> now = sources.stream().map(source -> plan(source, before)).toList();
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return before.next(head.name(), head.language(), now, link.id().value(), at);
    }

    private OfPlan plan(Source source, KeptYear before) {
        return before.plans().stream()
                .filter(one -> one.source().isSameAs(source))
                .findFirst()
                .map(one -> new OfPlan(source, one.zone(), one.spans()))
                .orElseGet(() -> read(source));
    }

    private OfPlan read(Source source) {
        Problem problem = documents.problem(source.problem()).value();
        var timetable = documents.timetable(source.timetable()).value();
        var interruptions = Interruptions.of(problem, house.plugins()::find);
        return new OfPlan(source, problem.horizon().zone(), PlanYear.of(problem, timetable, interruptions));
    }

    private List<Source> sources(OrganisationId top) {
        List<String> within =
                organisations.within(top).stream().map(OrganisationId::value).toList();
        return database.sql("""
                        SELECT p.id, p.organisation, o.name, b.number, b.problem, b.timetable, b.published
                        FROM plan p JOIN organisation o ON o.id = p.organisation JOIN publication b ON b.plan = p.id
                        WHERE p.organisation IN (:within) AND p.deleted IS NULL
                          AND b.number = (SELECT MAX(c.number) FROM publication c WHERE c.plan = p.id)
                        ORDER BY p.id""")
                .param("within", within)
                .query((row, number) -> new Source(
                        row.getString("id"),
                        row.getString("organisation"),
                        row.getString("name"),
                        row.getInt("number"),
                        row.getString("problem"),
                        row.getString("timetable"),
                        row.getTimestamp("published").toInstant()))
                .list();
    }

    /** Keeps what was worked out, unless somebody else has written meanwhile. */
    private void write(LinkId link, long step, KeptYear year) {
        if (rows.write(link, step, 1, year.bytes())) {
            lately.put(List.of(link, step + 1), year);
        }
    }

    private Head head(LinkId link) {
        return database.sql("""
                        SELECT s.content IS NULL AS is_empty, s.step, s.beyond, s.anew, l.language, o.name
                        FROM feed_link l JOIN feed_state s ON s.link = l.id
                        JOIN organisation o ON o.id = l.organisation WHERE l.id = :link""")
                .param("link", link.value())
                .query((row, number) -> new Head(
                        row.getBoolean("is_empty"),
                        row.getLong("step"),
                        Language.valueOf(row.getString("language")),
                        row.getString("name"),
                        Anew.of(row)))
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** What was worked out; empty if that is nothing yet, or was written by others since, or is worked out anew from now on. */
    private Optional<KeptYear> kept(LinkId link, Head head) {
        if (head.isEmpty()) {
            return Optional.empty();
        }
        List<Object> key = List.of(link, head.step());
        KeptYear known = lately.find(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<KeptYear> kept = rows.kept(link, head.step(), KeptYear::of);
        kept.ifPresent(year -> lately.put(key, year));
        return kept;
    }
}
