package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.camp.CampStep;
import dk.grundskema.api.web.app.camp.TeamsPage;
import dk.grundskema.api.web.app.camp.TeamsPage.Choice;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffMember;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The teams of students, and who is on duty. */
@Component
@Order(3)
final class TeamsStep implements Step {
    private static final String TEAMS = "teams";
    private static final String STAFF = "staff";
    private static final String GIVEN = "given";
    private static final String AT = "/parameters/" + TEAMS;
    private static final String AT_STAFF = "/parameters/" + STAFF;
    private static final List<String> NOBODY = List.of("");
    private static final List<String> NUMBERS = List.of("count", "smallest", "largest");

    private final Speaking speaking;

    TeamsStep(Speaking speaking) {
        this.speaking = speaking;
    }

    @Override
    public CampStep which() {
        return CampStep.TEAMS;
    }

    @Override
    public List<String> places() {
        return List.of(AT, AT_STAFF, "/parameters/students");
    }

    @Override
    public Typed standing(Camp camp) {
        return Typed.of(
                camp, camp.said().with(TEAMS, camp.spelledOut().part(TEAMS).json()));
    }

    @Override
    public Typed typed(Camp camp, Sent sent) {
        Said teams = camp.said().part(TEAMS);
        boolean isGiven = sent.text("how").equals(GIVEN);
        if (isGiven) {
            List<String> chosen = sent.texts(AT + "/" + GIVEN);
            teams = teams.withTexts(GIVEN, chosen.isEmpty() ? NOBODY : chosen);
        } else {
            teams = teams.without(GIVEN);
            for (String name : NUMBERS) {
                teams = teams.with(name, sent.number(AT + "/" + name));
            }
        }
        List<String> staff = sent.texts(AT_STAFF);
        boolean isEverybody = staff.size() == camp.problem().staff().size();
        Said said = camp.said().with(TEAMS, teams.json());
        return Typed.of(
                camp, isEverybody ? said.without(STAFF) : said.withTexts(STAFF, staff.isEmpty() ? NOBODY : staff));
    }

    /** Nobody at all would be everybody, so a name of nobody is refused in its place. */
    @Override
    public Finding wrong(Typed typed, Finding finding) {
        boolean isNobody =
                typed.said().texts(STAFF).equals(NOBODY) && finding.pointer().startsWith(AT_STAFF + "/");
        return isNobody ? Finding.error("pages.camp-nobody", AT_STAFF) : finding;
    }

    @Override
    public String said(Camp camp) {
        Said teams = camp.spelledOut().part(TEAMS);
        int given = teams.texts(GIVEN).size();
        int formed = teams.has("count") ? Integer.parseInt(teams.text("count")) : 0;
        return speaking.texts().text("pages.camp-teams", given > 0 ? given : formed, people(camp.said(), camp));
    }

    private static int people(Said said, Camp camp) {
        int chosen = said.texts(STAFF).size();
        return chosen > 0 ? chosen : camp.problem().staff().size();
    }

    @Override
    public Drawn page(Camp camp, Typed typed, Beside beside) {
        Said teams = typed.said().part(TEAMS);
        List<String> given = teams.texts(GIVEN);
        List<String> staff = typed.said().texts(STAFF);
        int chosen = typed.said().texts("students").size();
        var page = new TeamsPage(
                !given.isEmpty(),
                beside.field(AT + "/count", teams.text("count")),
                beside.field(AT + "/smallest", teams.text("smallest")),
                beside.field(AT + "/largest", teams.text("largest")),
                beside.field(AT, ""),
                camp.problem().groups().stream().map(one -> choice(one, given)).toList(),
                chosen > 0 ? chosen : camp.problem().students().size(),
                chosen > 0,
                beside.field(AT_STAFF, ""),
                camp.problem().staff().stream().map(one -> choice(one, staff)).toList());
        return (pages, visitor, bar, guide) -> pages.teams(visitor, bar, guide, page);
    }

    private Choice choice(Group group, List<String> given) {
        String id = group.id().value();
        String members =
                speaking.texts().text("pages.camp-members", group.members().size());
        return new Choice(id, group.name(), members, given.contains(id));
    }

    private static Choice choice(StaffMember person, List<String> chosen) {
        String id = person.id().value();
        String skills = person.skills().stream().sorted().collect(Collectors.joining(", "));
        return new Choice(id, person.name(), skills, chosen.isEmpty() || chosen.contains(id));
    }
}
