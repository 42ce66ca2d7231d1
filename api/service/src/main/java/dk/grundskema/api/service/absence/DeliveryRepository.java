package dk.grundskema.api.service.absence;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanRowMapper;
import dk.grundskema.api.service.plan.StudentChangeAuditor;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycle;
import dk.grundskema.api.service.timetable.DeliverySource;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
 * Stores what happened in meetings: whether they were held, and who was absent. Records are kept outside revisions, so that recording needs no
 * version of the plan, the last record of a meeting and date counts, and undoing an edit does not remove attendance. A record counts for the plan and its scenarios together.
 */
@Component
public class DeliveryRepository implements DeliverySource {
    private static final String DELIVERY = "SELECT session, held_on, held, reason, absent, author, made FROM delivery ";

    private final JdbcClient database;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final PlanLifecycle planLifecycle;
    private final StudentChangeAuditor studentChangeAuditor;

    DeliveryRepository(
            JdbcClient database,
            InstantSource clock,
            TransactionTemplate transaction,
            PlanLifecycle planLifecycle,
            StudentChangeAuditor studentChangeAuditor) {
        this.planLifecycle = planLifecycle;
        this.database = database;
        this.clock = clock;
        this.transaction = transaction;
        this.studentChangeAuditor = studentChangeAuditor;
    }

    /**
     * A record with its author.
     *
     * @param delivery the record
     * @param author   account that made it
     * @param made     when it was made
     */
    public record DeliveryEntry(Delivery delivery, AccountId author, Instant made) {
        /** Omits the students. */
        @Override
        public String toString() {
            return delivery.sessionId() + " " + delivery.date();
        }
    }

    /**
     * Stores the record of a meeting on a date. Replaces an earlier one.
     *
     * @param taking participants of the meeting
     */
    public void put(Plan plan, Delivery delivery, Set<StudentId> taking, AccountId author) {
        transaction.executeWithoutResult(status -> {
            Optional<Delivery> before = lockAndFind(plan.id(), delivery.sessionId(), delivery.date());
            if (before.isPresent()) {
                delete(plan.id(), delivery.sessionId(), delivery.date());
            }
            insert(plan.id(), new DeliveryEntry(delivery, author, clock.instant()));
            studentChangeAuditor.auditAttendance(
                    author,
                    plan,
                    before.map(was -> changedStudents(was, delivery, taking)).orElse(taking));
        });
    }

    /** Returns the students whose attendance differs from the earlier record. */
    private static Set<StudentId> changedStudents(Delivery was, Delivery is, Set<StudentId> taking) {
        boolean isSame = was.held() == is.held() && was.reason().equals(is.reason());
        if (!isSame) {
            return taking;
        }
        var different = new TreeSet<>(was.absent());
        different.addAll(is.absent());
        different.removeIf(one -> was.absent().contains(one) && is.absent().contains(one));
        return different;
    }

    /** Returns the record. Locks the family of the plan until the end of the transaction, so that concurrent records are stored one after the other. */
    private Optional<Delivery> lockAndFind(PlanId plan, SessionId session, LocalDate date) {
        planLifecycle.lockFamily(plan);
        return database
                .sql(DELIVERY + "WHERE " + PlanRowMapper.OF_FAMILY
                        + "AND session = :session AND held_on = :date ORDER BY made DESC")
                .param("plan", plan.value())
                .param("session", session.value())
                .param("date", date.toString())
                .query(DeliveryRepository::entries)
                .list()
                .stream()
                .findFirst()
                .map(DeliveryEntry::delivery);
    }

    private void delete(PlanId plan, SessionId session, LocalDate date) {
        database.sql("DELETE FROM delivery WHERE " + PlanRowMapper.OF_FAMILY
                        + "AND session = :session AND held_on = :date")
                .param("plan", plan.value())
                .param("session", session.value())
                .param("date", date.toString())
                .update();
    }

    /** Inserts a record. There must be none for the meeting and date. */
    public void insert(PlanId plan, DeliveryEntry entered) {
        Delivery delivery = entered.delivery();
        database.sql("""
                        INSERT INTO delivery (plan, session, held_on, held, reason, absent, author, made)
                        VALUES (:plan, :session, :date, :held, :reason, :absent, :author, :made)""")
                .param("plan", plan.value())
                .param("session", delivery.sessionId().value())
                .param("date", delivery.date().toString())
                .param("held", delivery.held())
                .param("reason", delivery.reason())
                .param("absent", absentJson(delivery.absent()))
                .param("author", entered.author().value())
                .param("made", Timestamp.from(entered.made()))
                .update();
    }

    /** Returns the absent students as JSON. */
    static String absentJson(SortedSet<StudentId> absent) {
        return JsonFormatter.formatOnOneLine(
                Json.fromJava(absent.stream().map(StudentId::value).toList()));
    }

    /**
     * Deletes a record. Returns whether there was one.
     *
     * @param taking participants of the meeting; empty if unknown
     */
    public boolean remove(Plan plan, SessionId session, LocalDate date, Set<StudentId> taking, AccountId author) {
        return transaction.execute(status -> {
            Optional<Delivery> before = lockAndFind(plan.id(), session, date);
            if (before.isEmpty()) {
                return false;
            }
            delete(plan.id(), session, date);
            var affected = new TreeSet<>(taking);
            affected.addAll(before.get().absent());
            studentChangeAuditor.auditAttendance(author, plan, affected);
            return true;
        });
    }

    /** Returns the records of a plan's family with authors, ordered by date; one for each meeting and date, the latest. */
    List<DeliveryEntry> entries(PlanId plan) {
        var latest = new LinkedHashMap<List<Object>, DeliveryEntry>();
        database.sql(DELIVERY + "WHERE " + PlanRowMapper.OF_FAMILY + "ORDER BY held_on, session, made")
                .param("plan", plan.value())
                .query(DeliveryRepository::entries)
                .list()
                .forEach(one -> latest.put(
                        List.of(one.delivery().sessionId(), one.delivery().date()), one));
        return List.copyOf(latest.values());
    }

    /** Returns the records that were made on a plan itself, with authors, ordered by date. */
    List<DeliveryEntry> entriesOfPlan(PlanId plan) {
        return database.sql(DELIVERY + "WHERE plan = :plan ORDER BY held_on, session")
                .param("plan", plan.value())
                .query(DeliveryRepository::entries)
                .list();
    }

    /** Returns the records of a plan's family, ordered by date. */
    public List<Delivery> findByPlan(PlanId plan) {
        return entries(plan).stream().map(DeliveryEntry::delivery).toList();
    }

    @Override
    public Timetable withEnteredDeliveries(PlanId plan, Timetable timetable) {
        return timetable.withDeliveries(findWithEntered(plan, timetable));
    }

    /** Returns the deliveries of a timetable with all records of its plan, also those of meetings that it no longer contains. */
    public List<Delivery> findWithEntered(PlanId plan, Timetable timetable) {
        return merge(timetable.deliveries(), findByPlan(plan));
    }

    /** Returns the deliveries of a timetable with those that were recorded, which count where there are both, ordered by date and session. */
    static List<Delivery> merge(List<Delivery> deliveries, List<Delivery> recorded) {
        Map<List<Object>, Delivery> all = new HashMap<>();
        deliveries.forEach(one -> all.put(List.of(one.sessionId(), one.date()), one));
        recorded.forEach(one -> all.put(List.of(one.sessionId(), one.date()), one));
        var inOrder = new ArrayList<>(all.values());
        inOrder.sort(Comparator.comparing(Delivery::date).thenComparing(Delivery::sessionId));
        return inOrder;
    }

    /** Returns the records of plans on a date, by plan, in one query; a later one of a meeting stands after an earlier one. Leaves out plans without a record. */
    Map<PlanId, List<Delivery>> findByDate(Collection<PlanId> plans, LocalDate date) {
        var found = new HashMap<PlanId, List<Delivery>>();
        if (!plans.isEmpty()) {
            database.sql("""
                            SELECT p.id AS plan, session, held_on, held, reason, absent, author, made FROM delivery d
                            JOIN plan f ON f.id = d.plan JOIN plan p ON p.family = f.family
                            WHERE p.id IN (:plans) AND held_on = :date ORDER BY p.id, session, made""")
                    .param("plans", plans.stream().map(PlanId::value).toList())
                    .param("date", date.toString())
                    .query(row -> {
                        found.computeIfAbsent(new PlanId(row.getString("plan")), fresh -> new ArrayList<>())
                                .add(entries(row, 0).delivery());
                    });
        }
        return found;
    }

    private static DeliveryEntry entries(ResultSet row, int number) throws SQLException {
        var absent = new TreeSet<StudentId>();
        if (JsonTreeParser.parse(row.getString("absent")) instanceof ReadResult.Success<Json> good
                && good.value() instanceof Json.JsonArray list) {
            list.elements().forEach(each -> absent.add(new StudentId(String.valueOf(Json.toJava(each)))));
        }
        return new DeliveryEntry(
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
