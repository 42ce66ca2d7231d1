package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Validates a camp on its own and against the rest of the problem. Returns all findings at once. */
final class CampValidation {
    /** Maximum length in characters of any id. */
    static final int LONGEST_ID = 120;

    /** Words used in session ids in place of a team's id. */
    private static final Set<String> OWN_WORDS =
            Set.of("all", AppointmentDemand.CONVERSATION, AppointmentDemand.VISIT, AppointmentDemand.COVER);

    private CampValidation() {}

    static List<Finding> of(Intervention<CampParameters> camp, Problem problem) {
        var findings = new ArrayList<>(checkIds(camp));
        if (!findings.isEmpty()) {
            return findings; // ids of teams and sessions cannot be formed
        }
        var context = new CampContext(camp, problem);
        findings.addAll(new DateValidator(context, problem).findings());
        findings.addAll(new BaseTimetableValidator(context, problem).findings());
        findings.addAll(new SubjectValidator(context, problem).findings());
        findings.addAll(new SubjectLimitValidator(context).findings());
        findings.addAll(new PeopleValidator(context, problem).findings());
        findings.addAll(new TeamValidator(context, problem).findings());
        findings.addAll(ConversationValidator.of(context, problem));
        findings.addAll(new VisitValidator(context, problem).findings());
        findings.addAll(new LessonValidator(context, problem).findings());
        return List.copyOf(findings);
    }

    /** Session ids consist of the ids of the camp, a team, a date and a block; they must be readable and short enough. */
    private static List<Finding> checkIds(Intervention<CampParameters> camp) {
        var findings = new ArrayList<Finding>();
        String id = camp.id().value();
        if (id.contains("/")) {
            findings.add(Finding.error("camp.id-with-slash", "/id", id));
        }
        int longestTeam = id.length() + "-team-99".length();
        var given = camp.parameters().teams().given();
        for (int i = 0; i < given.size(); i++) {
            String team = given.get(i).value();
            longestTeam = Math.max(longestTeam, team.length());
            if (team.contains("/") || OWN_WORDS.contains(team)) {
                findings.add(Finding.error("camp.teams.id-unusable", "/parameters/teams/given/" + i, team));
            }
        }
        int rest = "//2026-09-07//99#99".length() + CampParameters.LONGEST_WORD;
        int most = LONGEST_ID - rest;
        if (id.length() + longestTeam > most) {
            findings.add(Finding.error("camp.id-too-long", "/id", id.length() + longestTeam, most));
        }
        return findings;
    }
}
