package dk.grundskema.api.service.privacy;

import dk.grundskema.api.platform.access.AuditLog;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.ResultPage;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.StudentId;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Exports everything that is stored about one person, found by id or by name. Records each export in the audit log. */
@Component
class PersonDataExporter {
    /** Most matches returned. */
    static final int MAX_SHOWN = 20;

    private static final int MOST_ENTRIES = 10_000;

    private final PersonMentionFinder personMentionFinder;
    private final PersonNameSearch names;
    private final AuditLog audit;
    private final List<PersonalDataSource> personalDataSources;

    PersonDataExporter(
            PersonMentionFinder personMentionFinder,
            PersonNameSearch names,
            AuditLog audit,
            List<PersonalDataSource> personalDataSources) {
        this.personMentionFinder = personMentionFinder;
        this.names = names;
        this.audit = audit;
        this.personalDataSources = List.copyOf(personalDataSources);
    }

    /**
     * People who match a typed name.
     *
     * @param people  at most {@value #MAX_SHOWN}; empty if there is no match
     * @param hasMore whether there are more matches
     */
    record FoundPeople(List<FoundPerson> people, boolean hasMore) {
        /** Copies the list. */
        FoundPeople {
            people = List.copyOf(people);
        }
    }

    /**
     * Somebody saw or changed something about the person.
     *
     * @param at      when it was seen or changed
     * @param account who did it; {@code null} means that nobody asked for it
     * @param plan    in which plan; {@code null} means none in particular
     * @param isOfAll whether it was about everybody of the plan
     * @param kind    what was done
     * @param action  how it was done, as a stable code or the id of the operation that was used
     */
    record AuditedAccess(
            Instant at,
            @Nullable String account,
            @Nullable String plan,
            boolean isOfAll,
            AuditLog.Kind kind,
            String action) {
        static AuditedAccess of(AuditLog.Entry one) {
            return new AuditedAccess(
                    one.at(),
                    one.account().isEmpty() ? null : one.account(),
                    one.plan(),
                    one.person() == null,
                    one.kind(),
                    one.action());
        }
    }

    /**
     * Exports the data about one person if the match is unique: one person, and no other name for that id. Otherwise returns the matches, which
     * is recorded in the audit log. Students are found by name only if the caller may see students' names.
     *
     * @param typed a name, a part of one, or an id; without surrounding spaces
     * @param out   supplies the target; called only if there is data to export
     * @return empty if the data was exported
     */
    Optional<FoundPeople> exportOrFindMatches(
            OrganisationId organisation, String typed, Caller caller, Supplier<OutputStream> out) {
        boolean seesStudents = caller.permissionsIn(organisation).contains(Permission.READ_STUDENTS);
        List<FoundPerson> found = names.find(organisation, typed, seesStudents);
        if (found.size() == 1 && found.getFirst().others().isEmpty()) {
            export(organisation, new StudentId(found.getFirst().id()), caller, out);
            return Optional.empty();
        }
        if (found.isEmpty() && hasOtherData(organisation, typed)) {
            export(organisation, new StudentId(typed), caller, out);
            return Optional.empty();
        }
        List<FoundPerson> shown = found.stream().limit(MAX_SHOWN).toList();
        List<StudentId> ids = shown.stream().map(one -> new StudentId(one.id())).toList();
        audit.recordSeen(caller.account(), organisation, "audit.person-found", ids);
        return Optional.of(new FoundPeople(shown, found.size() > shown.size()));
    }

    /**
     * Returns whether data outside revisions exists for an id. Timetables of solves do not count, because they only contain people of their
     * plan.
     *
     * @param person an id, or any text
     */
    boolean hasOtherData(OrganisationId organisation, String person) {
        return Id.FORM.matcher(person).matches()
                && personalDataSources.stream()
                        .flatMap(one -> one.findAboutPerson(organisation, person))
                        .anyMatch(known -> !known.kind().equals("solve"));
    }

    /**
     * Writes the export while data is read, so that the many revisions of a plan are not in memory at once.
     *
     * @param out supplies the target; called only when data was found
     * @throws RefusalException 404 if there is no data about the person
     */
    void export(OrganisationId organisation, StudentId id, Caller caller, Supplier<OutputStream> out) {
        var writing = new AtomicReference<@Nullable PersonExportWriter>();
        Set<String> plans = new TreeSet<>();
        Supplier<PersonExportWriter> begun = () -> {
            PersonExportWriter known = writing.get();
            if (known == null) {
                audit.recordExport(caller.account(), organisation, id, "audit.person-exported");
                known = new PersonExportWriter(out.get(), id.value());
                writing.set(known);
            }
            return known;
        };
        personMentionFinder.findMentions(organisation, id.value()).forEach(said -> {
            begun.get().add("plans", said);
            plans.add(said.plan());
        });
        personalDataSources.stream()
                .flatMap(one -> one.findAboutPerson(organisation, id.value()))
                .forEach(known -> {
                    begun.get().add("beside", known);
                    Optional.ofNullable(known.plan()).ifPresent(plans::add);
                });
        PersonExportWriter all = writing.get();
        if (all == null) {
            throw RefusalException.notFound();
        }
        var noted =
                ResultPage.of(audit.findAboutPerson(organisation, id.value(), plans, MOST_ENTRIES + 1), MOST_ENTRIES);
        noted.map(AuditedAccess::of).forEach(one -> all.add("audit", one));
        String next = noted.nextKey(one -> String.valueOf(one.number()));
        if (next != null) {
            all.add("next", next);
        }
        all.end();
    }
}
