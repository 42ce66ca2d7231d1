package dk.grundskema.api.service.privacy;

import dk.grundskema.api.service.access.AuditLog;
import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.access.OrganisationId;
import dk.grundskema.api.service.access.Permission;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.privacy.PersonalDataController.ForgetRequest;
import dk.grundskema.domain.people.StudentId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Exports and erases personal data, for pages of administrators. */
@Component
public class PersonalDataAdministration {
    /** Most matches shown. */
    public static final int SHOWN = 20;

    private static final String FILE = "person.json";

    private final PersonalDataController data;
    private final PersonNameSearch names;
    private final PlanStore plans;
    private final AuditLog audit;

    PersonalDataAdministration(PersonalDataController data, PersonNameSearch names, PlanStore plans, AuditLog audit) {
        this.data = data;
        this.names = names;
        this.plans = plans;
        this.audit = audit;
    }

    /**
     * People who match a typed name.
     *
     * @param people  at most {@value #SHOWN}; empty if there is no match
     * @param hasMore whether there are more matches
     */
    public record FoundPeople(List<FoundPerson> people, boolean hasMore) {
        /** Copies the list. */
        public FoundPeople {
            people = List.copyOf(people);
        }
    }

    /**
     * Writes everything about one person as a file if the match is unique: one person, and no other name for that id. The file name does not
     * identify the person. Otherwise returns the matches, which is recorded in the audit log. Students are found by name only if the caller may
     * see students' names.
     *
     * @param typed a name, a part of one, or an id; without surrounding spaces
     * @return empty if the file was written
     */
    public Optional<FoundPeople> exportOrFindMatches(
            OrganisationId organisation, String typed, Caller caller, HttpServletResponse response) {
        boolean seesStudents = caller.permissionsIn(organisation).contains(Permission.READ_STUDENTS);
        List<FoundPerson> found = names.find(organisation, typed, seesStudents);
        if (found.size() == 1 && found.getFirst().others().isEmpty()) {
            sendExport(organisation, found.getFirst().id(), caller, response);
            return Optional.empty();
        }
        if (found.isEmpty() && data.hasOtherData(organisation, typed)) {
            sendExport(organisation, typed, caller, response);
            return Optional.empty();
        }
        List<FoundPerson> shown = found.stream().limit(SHOWN).toList();
        List<StudentId> ids = shown.stream().map(one -> new StudentId(one.id())).toList();
        audit.recordSeen(caller.account(), organisation, "audit.person-found", ids);
        return Optional.of(new FoundPeople(shown, found.size() > shown.size()));
    }

    private void sendExport(OrganisationId organisation, String person, Caller caller, HttpServletResponse response) {
        data.writeExport(organisation, new StudentId(person), caller, () -> {
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(FILE).build().toString());
            return PersonalDataController.openResponse(response);
        });
    }

    /**
     * Anonymises all revisions of plans that ended before a date. This cannot be undone.
     *
     * @return titles of the plans that contained names before
     * @throws dk.grundskema.api.service.http.Refusal 422 if the date is after today
     */
    public List<String> forgetPlansEndedBefore(OrganisationId organisation, LocalDate endedBefore, Caller caller) {
        return plans
                .findAll(data.forget(organisation, new ForgetRequest(endedBefore), caller)
                        .plans())
                .stream()
                .sorted(Comparator.comparing(one -> one.id().value()))
                .map(Plan::title)
                .toList();
    }
}
