package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.Timetable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What came of the meetings of plans. Kept beside revisions, not in them: whoever enters it needs no version of the plan, the last one to enter
 * something about a meeting and a date is right, and undoing an edit takes no attendance back.
 */
@Component
public class Deliveries {
    private static final String DELIVERY = "SELECT session, held_on, held, reason, absent, author, made FROM delivery ";

    private final JdbcClient database;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final Plans plans;
    private final PeopleNoted people;

    Deliveries(
            JdbcClient database,
            InstantSource clock,
            TransactionTemplate transaction,
            Plans plans,
            PeopleNoted people) {
        this.plans = plans;
        this.database = database;
        this.clock = clock;
        this.transaction = transaction;
        this.people = people;
    }

    /**
     * What was entered about a meeting.
     *
     * @param delivery what
     * @param author   by whom
     * @param made     when
     */
    record Entered(Delivery delivery, AccountId author, Instant made) {
        /** No students. */
        @Override
        public String toString() {
            return delivery.sessionId() + " " + delivery.date();
        }
    }

    /**
     * Enters what came of a meeting on a date, whatever was entered before.
     *
     * @param taking who was to take part
     */
    public void put(Plan plan, Delivery delivery, Set<StudentId> taking, AccountId author) {
        transaction.executeWithoutResult(status -> {
            Optional<Delivery> before = locked(plan.id(), delivery.sessionId(), delivery.date());
            var entered = new Entered(delivery, author, clock.instant());
            if (before.isPresent()) {
                write("""
                        UPDATE delivery SET held = :held, reason = :reason, absent = :absent, author = :author, made = :made
                        WHERE plan = :plan AND session = :session AND held_on = :date""", plan.id(), entered);
            } else {
                insert(plan.id(), entered);
            }
            people.attendance(
                    author,
                    plan,
                    before.map(was -> different(was, delivery, taking)).orElse(taking));
        });
    }

    /** Whose attendance is another than was entered before. */
    private static Set<StudentId> different(Delivery was, Delivery is, Set<StudentId> taking) {
        boolean isSame = was.held() == is.held() && was.reason().equals(is.reason());
        if (!isSame) {
            return taking;
        }
        var different = new TreeSet<>(was.absent());
        different.addAll(is.absent());
        different.removeIf(one -> was.absent().contains(one) && is.absent().contains(one));
        return different;
    }

    /** What was entered; the plan is locked until the transaction's end, so that of two who enter something one comes after the other. */
    private Optional<Delivery> locked(PlanId plan, SessionId session, LocalDate date) {
        plans.locked(plan);
        return database.sql(DELIVERY + "WHERE plan = :plan AND session = :session AND held_on = :date")
                .param("plan", plan.value())
                .param("session", session.value())
                .param("date", date.toString())
                .query(Deliveries::entered)
                .optional()
                .map(Entered::delivery);
    }

    /** Keeps what was entered, where nothing is yet. */
    void insert(PlanId plan, Entered entered) {
        write("""
                INSERT INTO delivery (plan, session, held_on, held, reason, absent, author, made)
                VALUES (:plan, :session, :date, :held, :reason, :absent, :author, :made)""", plan, entered);
    }

    private void write(String sql, PlanId plan, Entered entered) {
        Delivery delivery = entered.delivery();
        database.sql(sql)
                .param("plan", plan.value())
                .param("session", delivery.sessionId().value())
                .param("date", delivery.date().toString())
                .param("held", delivery.held())
                .param("reason", delivery.reason())
                .param("absent", written(delivery.absent()))
                .param("author", entered.author().value())
                .param("made", Timestamp.from(entered.made()))
                .update();
    }

    /** Who was absent, as it is kept. */
    static String written(SortedSet<StudentId> absent) {
        return JsonText.line(Json.fromJava(absent.stream().map(StudentId::value).toList()));
    }

    /**
     * Takes back what was entered; says whether anything was.
     *
     * @param taking who was to take part; empty if that can't be told any more
     */
    public boolean remove(Plan plan, SessionId session, LocalDate date, Set<StudentId> taking, AccountId author) {
        return transaction.execute(status -> {
            Optional<Delivery> before = locked(plan.id(), session, date);
            if (before.isEmpty()) {
                return false;
            }
            database.sql("DELETE FROM delivery WHERE plan = :plan AND session = :session AND held_on = :date")
                    .param("plan", plan.id().value())
                    .param("session", session.value())
                    .param("date", date.toString())
                    .update();
            var whom = new TreeSet<>(taking);
            whom.addAll(before.get().absent());
            people.attendance(author, plan, whom);
            return true;
        });
    }

    /** What was entered about a plan, by whom and when, in order of dates. */
    List<Entered> entered(PlanId plan) {
        return database.sql(DELIVERY + "WHERE plan = :plan ORDER BY held_on, session")
                .param("plan", plan.value())
                .query(Deliveries::entered)
                .list();
    }

    /** What was entered about a plan, in order of dates. */
    public List<Delivery> of(PlanId plan) {
        return entered(plan).stream().map(Entered::delivery).toList();
    }

    /**
     * A plan's timetable with what was entered, as far as it is about meetings and dates that the timetable has; so ledgers, exports and views want
     * it. What came with the timetable itself counts where nothing was entered here.
     */
    public Timetable remembered(PlanId plan, Timetable timetable) {
        Map<List<Object>, Delivery> all = new HashMap<>();
        timetable.deliveries().forEach(one -> all.put(List.of(one.sessionId(), one.date()), one));
        of(plan).forEach(one -> all.put(List.of(one.sessionId(), one.date()), one));
        var inOrder = new ArrayList<>(all.values());
        inOrder.sort(Comparator.comparing(Delivery::date).thenComparing(Delivery::sessionId));
        return timetable.remembering(inOrder);
    }

    private static Entered entered(ResultSet row, int number) throws SQLException {
        var absent = new TreeSet<StudentId>();
        if (JsonParsing.parse(row.getString("absent")) instanceof Read.Good<Json> good
                && good.value() instanceof Json.Listing list) {
            list.elements().forEach(each -> absent.add(new StudentId(String.valueOf(Json.toJava(each)))));
        }
        return new Entered(
                new Delivery(
                        new SessionId(row.getString("session")),
                        LocalDate.parse(row.getString("held_on")),
                        row.getBoolean("held"),
                        row.getString("reason"),
                        absent),
                new AccountId(row.getString("author")),
                row.getTimestamp("made").toInstant());
    }
}
