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
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What came of the meetings of plans. Kept beside revisions, not in them: whoever enters it needs no version of the plan, the last one to enter
 * something about a meeting and a date is right, and undoing an edit takes no attendance back.
 */
@Component
public class Deliveries {
    private final JdbcClient database;
    private final InstantSource clock;

    Deliveries(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Enters what came of a meeting on a date, whatever was entered before. */
    public void put(PlanId plan, Delivery delivery, AccountId author) {
        if (!update(plan, delivery, author)) {
            try {
                write("""
                        INSERT INTO delivery (plan, session, held_on, held, reason, absent, author, made)
                        VALUES (:plan, :session, :date, :held, :reason, :absent, :author, :now)""", plan, delivery, author);
            } catch (DuplicateKeyException e) {
                update(plan, delivery, author);
            }
        }
    }

    private boolean update(PlanId plan, Delivery delivery, AccountId author) {
        return write("""
                        UPDATE delivery SET held = :held, reason = :reason, absent = :absent, author = :author, made = :now
                        WHERE plan = :plan AND session = :session AND held_on = :date""", plan, delivery, author) > 0;
    }

    private int write(String sql, PlanId plan, Delivery delivery, AccountId author) {
        return database.sql(sql)
                .param("plan", plan.value())
                .param("session", delivery.sessionId().value())
                .param("date", delivery.date().toString())
                .param("held", delivery.held())
                .param("reason", delivery.reason())
                .param(
                        "absent",
                        JsonText.of(Json.fromJava(delivery.absent().stream()
                                        .map(StudentId::value)
                                        .toList()))
                                .strip())
                .param("author", author.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Takes back what was entered; says whether anything was. */
    public boolean remove(PlanId plan, SessionId session, LocalDate date) {
        return database.sql("DELETE FROM delivery WHERE plan = :plan AND session = :session AND held_on = :date")
                        .param("plan", plan.value())
                        .param("session", session.value())
                        .param("date", date.toString())
                        .update()
                > 0;
    }

    /** What was entered about a plan, in order of dates. */
    public List<Delivery> of(PlanId plan) {
        return database.sql("""
                        SELECT session, held_on, held, reason, absent FROM delivery
                        WHERE plan = :plan ORDER BY held_on, session""")
                .param("plan", plan.value())
                .query(Deliveries::delivery)
                .list();
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
        inOrder.sort(java.util.Comparator.comparing(Delivery::date).thenComparing(Delivery::sessionId));
        return timetable.remembering(inOrder);
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        var absent = new TreeSet<StudentId>();
        if (JsonParsing.parse(row.getString("absent")) instanceof Read.Good<Json> good
                && good.value() instanceof Json.Listing list) {
            list.elements().forEach(each -> absent.add(new StudentId(String.valueOf(Json.toJava(each)))));
        }
        return new Delivery(
                new SessionId(row.getString("session")),
                LocalDate.parse(row.getString("held_on")),
                row.getBoolean("held"),
                row.getString("reason"),
                absent);
    }
}
