package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarEvents;
import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

/** Links in the database. */
@Component
public class Links {
    /** So many characters of 5 random bits each has a token. */
    public static final int TOKEN_LENGTH = 26;

    private static final Pattern TOKEN = Pattern.compile("[a-z2-9]{" + TOKEN_LENGTH + "}");
    private static final String NOBODY = "-".repeat(TOKEN_LENGTH);

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final FreshIds ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Links(
            JdbcClient database,
            JdbcTemplate batches,
            FreshIds ids,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.batches = batches;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * The link of a token, if there is one that answers. What is no token at all is looked up like one, so that the answer takes as long.
     *
     * @param token what somebody has sent
     */
    public Optional<Link> byToken(String token) {
        return database.sql(LinkRows.LINK + "l.token = :token AND l.revoked IS NULL")
                .param("token", TOKEN.matcher(token).matches() ? token : NOBODY)
                .query(LinkRows::link)
                .optional();
    }

    /** The links of a plan that isn't in the trash, revoked ones too, by kind and owner. */
    public List<Link> of(PlanId plan) {
        return database.sql(LinkRows.LINK + "l.plan = :plan ORDER BY l.kind, l.owner, l.id")
                .param("plan", plan.value())
                .query(LinkRows::link)
                .list();
    }

    /** The link to a calendar of a plan that isn't in the trash, if there is one that answers. */
    Optional<Link> of(PlanId plan, CalendarOwner owner) {
        return database.sql(
                        LinkRows.LINK + "l.plan = :plan AND l.kind = :kind AND l.owner = :owner AND l.revoked IS NULL")
                .param("plan", plan.value())
                .param("kind", LinkKind.of(owner).name())
                .param("owner", owner.id())
                .query(LinkRows::link)
                .optional();
    }

    /** The links to what somebody has in plans of an organisation that aren't in the trash. */
    public List<Link> ofStaff(OrganisationId organisation, Set<StaffId> people) {
        return people.isEmpty()
                ? List.of()
                : database.sql(LinkRows.LINK + """
                        l.organisation = :organisation AND l.kind IN ('STAFF', 'BUSY') AND l.owner IN (:people) AND l.revoked IS NULL
                        ORDER BY l.plan, l.owner, l.kind DESC""")
                        .param("organisation", organisation.value())
                        .param("people", people.stream().map(StaffId::value).toList())
                        .query(LinkRows::link)
                        .list();
    }

    /**
     * A link of a plan.
     *
     * @throws Refusal 404 if the plan has none of that id
     */
    public Link get(PlanId plan, LinkId id) {
        return database.sql(LinkRows.LINK + "l.plan = :plan AND l.id = :id")
                .param("plan", plan.value())
                .param("id", id.value())
                .query(LinkRows::link)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Makes links to the calendars of those owners that have none yet; the plan is locked.
     *
     * @param number of the publication with which they begin
     */
    void make(Plan plan, int number, CalendarEvents events) {
        Set<Target> there = new HashSet<>();
        of(plan.id()).forEach(link -> there.add(new Target(link.kind(), link.owner())));
        Timestamp now = Timestamp.from(clock.instant());
        var links = new ArrayList<Object[]>();
        var states = new ArrayList<Object[]>();
        for (Target target : targets(events)) {
            if (there.contains(target)) {
                continue;
            }
            String id = ids.id();
            links.add(new Object[] {
                id,
                plan.organisation().value(),
                plan.id().value(),
                target.kind().name(),
                target.owner().id(),
                ids.code(TOKEN_LENGTH),
                events.language(target.owner()).name(),
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

    /** What a link can be to. */
    private record Target(LinkKind kind, CalendarOwner owner) {}

    private static List<Target> targets(CalendarEvents events) {
        var targets = new ArrayList<Target>();
        for (CalendarOwner owner : events.owners()) {
            targets.add(new Target(LinkKind.of(owner), owner));
            if (owner.kind() == CalendarOwner.Kind.STAFF) {
                targets.add(new Target(LinkKind.BUSY, owner));
            }
        }
        return targets;
    }

    /** The link of a kind to what somebody of the staff has in a plan, revoked or not. */
    Optional<Link> ofPerson(PlanId plan, String person, LinkKind kind) {
        return LinkRows.ofPerson(database, plan, person, kind);
    }

    /**
     * Gives a link another token: from now on nobody knows the old one. One that was revoked answers again.
     *
     * @throws Refusal 404 if the plan has none of that id
     */
    public Link renew(PlanId plan, LinkId id) {
        return transaction.execute(status -> {
            renew(get(plan, id));
            return get(plan, id);
        });
    }

    /**
     * Lets a link answer nobody any more, until it is renewed.
     *
     * @throws Refusal 404 if the plan has none of that id
     */
    public Link revoke(PlanId plan, LinkId id) {
        return transaction.execute(status -> {
            revoke(get(plan, id));
            return get(plan, id);
        });
    }

    /** Notes in which language a link's calendar is. */
    void speak(Link link, Language language) {
        Instant next =
                clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1); // calendars tell no parts of seconds
        database.sql("""
                        UPDATE feed_link SET language = :language, spoken = :next, spoken_times = spoken_times + 1
                        WHERE id = :id AND language <> :language""")
                .param("language", language.name())
                .param("next", Timestamp.from(next))
                .param("id", link.id().value())
                .update();
    }

    /** Gives a link another token; one that was revoked answers again. */
    void renew(Link link) {
        set(link, "token = :token, renewed = :now, revoked = NULL", ids.code(TOKEN_LENGTH));
    }

    /** Lets a link answer nobody any more. */
    void revoke(Link link) {
        set(link, "revoked = COALESCE(revoked, :now)", null);
    }

    private void set(Link link, String assignment, @Nullable String token) {
        database.sql("UPDATE feed_link SET " + assignment + " WHERE id = :id")
                .param("token", token)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", link.id().value())
                .update();
    }

    /** Notes that somebody said to have seen what was published then; an earlier one changes nothing. */
    public void seen(LinkId id, Instant published) {
        database.sql("UPDATE feed_link SET seen = :seen WHERE id = :id AND (seen IS NULL OR seen < :seen)")
                .param("seen", Timestamp.from(published))
                .param("id", id.value())
                .update();
    }
}
