package dk.grundskema.api.service.campguide;

import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.problem.CampStep;
import dk.grundskema.api.service.rules.FieldErrors;
import dk.grundskema.api.service.rules.JsonObjectView;
import dk.grundskema.api.service.rules.SubmittedForm;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffMember;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Step with student teams and staff. */
@Component
@Order(3)
final class TeamsStep implements CampStepForm {
    private static final String TEAMS = "teams";
    private static final String STAFF = "staff";
    private static final String GIVEN = "given";
    private static final String AT = "/parameters/" + TEAMS;
    private static final String AT_STAFF = "/parameters/" + STAFF;
    private static final List<String> NOBODY = List.of("");
    private static final List<String> NUMBERS = List.of("count", "smallest", "largest");

    private final RequestTexts requestTexts;

    TeamsStep(RequestTexts requestTexts) {
        this.requestTexts = requestTexts;
    }

    @Override
    public CampStep step() {
        return CampStep.TEAMS;
    }

    @Override
    public List<String> pointers() {
        return List.of(AT, AT_STAFF, "/parameters/students");
    }

    @Override
    public CampForm currentForm(EditedCamp camp) {
        return CampForm.of(
                camp, camp.said().with(TEAMS, camp.spelledOut().part(TEAMS).json()));
    }

    @Override
    public CampForm readForm(EditedCamp camp, SubmittedForm submitted) {
        JsonObjectView teams = camp.said().part(TEAMS);
        boolean isGiven = submitted.text("how").equals(GIVEN);
        if (isGiven) {
            List<String> chosen = submitted.texts(AT + "/" + GIVEN);
            teams = teams.withTexts(GIVEN, chosen.isEmpty() ? NOBODY : chosen);
        } else {
            teams = teams.without(GIVEN);
            for (String name : NUMBERS) {
                teams = teams.with(name, submitted.number(AT + "/" + name));
            }
        }
        List<String> staff = submitted.texts(AT_STAFF);
        boolean isEverybody = staff.size() == camp.problem().staff().size();
        JsonObjectView said = camp.said().with(TEAMS, teams.json());
        return CampForm.of(
                camp, isEverybody ? said.without(STAFF) : said.withTexts(STAFF, staff.isEmpty() ? NOBODY : staff));
    }

    /** Moves the error of an empty selection to its field: an empty list would mean everyone. */
    @Override
    public Finding reword(CampForm typed, Finding finding) {
        boolean isNobody =
                typed.said().texts(STAFF).equals(NOBODY) && finding.pointer().startsWith(AT_STAFF + "/");
        return isNobody ? Finding.error("pages.camp-nobody", AT_STAFF) : finding;
    }

    @Override
    public String summary(EditedCamp camp) {
        JsonObjectView teams = camp.spelledOut().part(TEAMS);
        int given = teams.texts(GIVEN).size();
        int formed = teams.has("count") ? Integer.parseInt(teams.text("count")) : 0;
        return requestTexts.texts().text("pages.camp-teams", given > 0 ? given : formed, countStaff(camp.said(), camp));
    }

    private static int countStaff(JsonObjectView said, EditedCamp camp) {
        int chosen = said.texts(STAFF).size();
        return chosen > 0 ? chosen : camp.problem().staff().size();
    }

    @Override
    public Record buildPage(EditedCamp camp, CampForm typed, FieldErrors fieldErrors) {
        JsonObjectView teams = typed.said().part(TEAMS);
        List<String> given = teams.texts(GIVEN);
        List<String> staff = typed.said().texts(STAFF);
        int chosen = typed.said().texts("students").size();
        return new CampTeamsPage(
                !given.isEmpty(),
                fieldErrors.field(AT + "/count", teams.text("count")),
                fieldErrors.field(AT + "/smallest", teams.text("smallest")),
                fieldErrors.field(AT + "/largest", teams.text("largest")),
                fieldErrors.field(AT, ""),
                camp.problem().groups().stream().map(one -> choice(one, given)).toList(),
                chosen > 0 ? chosen : camp.problem().students().size(),
                chosen > 0,
                fieldErrors.field(AT_STAFF, ""),
                camp.problem().staff().stream().map(one -> choice(one, staff)).toList());
    }

    private CheckboxOption choice(Group group, List<String> given) {
        String id = group.id().value();
        String members =
                requestTexts.texts().text("pages.camp-members", group.members().size());
        return new CheckboxOption(id, group.name(), members, given.contains(id));
    }

    private static CheckboxOption choice(StaffMember person, List<String> chosen) {
        String id = person.id().value();
        String skills = person.skills().stream().sorted().collect(Collectors.joining(", "));
        return new CheckboxOption(id, person.name(), skills, chosen.isEmpty() || chosen.contains(id));
    }
}
