package dk.grundskema.api.service.publish;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.calendar.TimetableCalendars;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.people.Language;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores links in the database. */
@Component
public class LinkRepository {
    /** Number of characters in a token, with 5 random bits each. */
    public static final int TOKEN_LENGTH = 26;

    private static final Pattern TOKEN = Pattern.compile("[a-z2-9]{" + TOKEN_LENGTH + "}");
    private static final String INVALID_TOKEN = "-".repeat(TOKEN_LENGTH);

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    LinkRepository(
            JdbcClient database,
            JdbcTemplate batches,
            IdGenerator ids,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.batches = batches;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Returns the link that has a token, if it is not revoked. Looks up malformed tokens as well, so that the response time is the same.
     *
     * @param token the token as received
     */
    public Optional<FeedLink> findByToken(String token) {
        String sought = TOKEN.matcher(token).matches() ? token : INVALID_TOKEN;
        return findByToken("l.token = :token", sought)
                .or(() -> findByToken("l.id = (SELECT link FROM feed_link_token WHERE token = :token)", sought));
    }

    private Optional<FeedLink> findByToken(String condition, String token) {
        return database.sql(LinkRowMapper.LINK + condition + " AND l.revoked IS NULL")
                .param("token", token)
                .query(LinkRowMapper::link)
                .optional();
    }

    /** Returns the links of a plan that is not in the trash, including revoked ones, ordered by kind and owner. */
    public List<FeedLink> find(PlanId plan) {
        return database.sql(LinkRowMapper.LINK + "l.plan = :plan ORDER BY l.kind, l.owner, l.id")
                .param("plan", plan.value())
                .query(LinkRowMapper::link)
                .list();
    }

    /** Returns the link to a calendar of a plan that is not in the trash, unless it is revoked. */
    Optional<FeedLink> find(PlanId plan, CalendarOwner owner) {
        return database.sql(LinkRowMapper.LINK
                        + "l.plan = :plan AND l.kind = :kind AND l.owner = :owner AND l.revoked IS NULL")
                .param("plan", plan.value())
                .param("kind", LinkKind.of(owner).name())
                .param("owner", owner.id())
                .query(LinkRowMapper::link)
                .optional();
    }

    /** Returns the links to calendars of the staff members in plans that are not in the trash, ordered by organisation, plan and owner. */
    public List<FeedLink> findByStaff(Collection<Caller.OwnStaff> people) {
        return people.isEmpty()
                ? List.of()
                : database.sql(LinkRowMapper.LINK + """
                        (l.organisation, l.owner) IN (:people) AND l.kind IN ('STAFF', 'BUSY') AND l.revoked IS NULL
                        ORDER BY l.organisation, l.plan, l.owner, l.kind DESC""")
                        .param("people", Caller.OwnStaff.rowValues(people))
                        .query(LinkRowMapper::link)
                        .list();
    }

    /**
     * Returns a link of a plan.
     *
     * @throws RefusalException 404 if the plan has no link with that id
     */
    public FeedLink get(PlanId plan, LinkId id) {
        return database.sql(LinkRowMapper.LINK + "l.plan = :plan AND l.id = :id")
                .param("plan", plan.value())
                .param("id", id.value())
                .query(LinkRowMapper::link)
                .optional()
                .orElseThrow(RefusalException::notFound);
    }

    /**
     * Creates the missing links to the plan's calendars. The plan must be locked.
     *
     * @param number first publication of the new links
     */
    public void createMissing(Plan plan, int number, TimetableCalendars events) {
        Set<LinkTarget> there = new HashSet<>();
        find(plan.id()).forEach(link -> there.add(new LinkTarget(link.kind(), link.owner())));
        Timestamp now = Timestamp.from(clock.instant());
        var links = new ArrayList<Object[]>();
        var states = new ArrayList<Object[]>();
        for (LinkTarget target : targets(events)) {
            if (there.contains(target)) {
                continue;
            }
            String id = ids.newId();
            links.add(new Object[] {
                id,
                plan.organisation().value(),
                plan.id().value(),
                target.kind().name(),
                target.owner().id(),
                ids.newCode(TOKEN_LENGTH),
                events.languageOf(target.owner()).name(),
                now
            });
            if (target.kind() != LinkKind.BUSY) {
                states.add(new Object[] {id, number - 1, number});
            }
        }
        batches.batchUpdate("""
                INSERT INTO feed_link (id, organisation, plan, kind, owner, token, language, created)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", links);
        batches.batchUpdate("INSERT INTO feed_state (link, publication, since, step) VALUES (?, ?, ?, 0)", states);
    }

    /** Target of a link. */
    private record LinkTarget(LinkKind kind, CalendarOwner owner) {}

    private static List<LinkTarget> targets(TimetableCalendars events) {
        var targets = new ArrayList<LinkTarget>();
        for (CalendarOwner owner : events.owners()) {
            targets.add(new LinkTarget(LinkKind.of(owner), owner));
            if (owner.kind() == CalendarOwner.Kind.STAFF) {
                targets.add(new LinkTarget(LinkKind.BUSY, owner));
            }
        }
        return targets;
    }

    /** Moves all links of a plan, with their feeds, to a plan without links. */
    void move(PlanId from, PlanId to) {
        database.sql("UPDATE feed_link SET plan = :to WHERE plan = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    /** Returns the link of a kind to the calendar of a staff member in a plan, revoked or not. */
    public Optional<FeedLink> findByPerson(PlanId plan, String person, LinkKind kind) {
        return LinkRowMapper.findByPerson(database, plan, person, kind);
    }

    /**
     * Gives a link a new token; the old token stops working. A revoked link works again.
     *
     * @throws RefusalException 404 if the plan has no link with that id
     */
    public FeedLink renew(PlanId plan, LinkId id) {
        return transaction.execute(status -> {
            renew(get(plan, id));
            return get(plan, id);
        });
    }

    /**
     * Revokes a link until it is renewed.
     *
     * @throws RefusalException 404 if the plan has no link with that id
     */
    public FeedLink revoke(PlanId plan, LinkId id) {
        return transaction.execute(status -> {
            revoke(get(plan, id));
            return get(plan, id);
        });
    }

    /** Sets the language of a link's calendar. */
    public void setLanguage(FeedLink link, Language language) {
        Instant next = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1); // calendars have whole seconds
        database.sql("""
                        UPDATE feed_link SET language = :language, spoken = :next, spoken_times = spoken_times + 1
                        WHERE id = :id AND language <> :language""")
                .param("language", language.name())
                .param("next", Timestamp.from(next))
                .param("id", link.id().value())
                .update();
    }

    /** Gives a link a new token; all old ones stop working. A revoked link works again. */
    public void renew(FeedLink link) {
        database.sql("DELETE FROM feed_link_token WHERE link = :id")
                .param("id", link.id().value())
                .update();
        update(link, "token = :token, renewed = :now, revoked = NULL", ids.newCode(TOKEN_LENGTH));
    }

    /** Revokes a link. */
    public void revoke(FeedLink link) {
        update(link, "revoked = COALESCE(revoked, :now)", null);
    }

    private void update(FeedLink link, String assignment, @Nullable String token) {
        database.sql("UPDATE feed_link SET " + assignment + " WHERE id = :id")
                .param("token", token)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", link.id().value())
                .update();
    }

    /** Records that the reader has seen the publication of that moment. A moment before the recorded one changes nothing. */
    public void recordSeen(LinkId id, Instant published) {
        database.sql("UPDATE feed_link SET seen = :seen WHERE id = :id AND (seen IS NULL OR seen < :seen)")
                .param("seen", Timestamp.from(published))
                .param("id", id.value())
                .update();
    }
}
