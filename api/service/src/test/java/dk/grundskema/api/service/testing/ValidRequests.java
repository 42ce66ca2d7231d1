package dk.grundskema.api.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.OperationRegistry;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.domain.people.StaffId;
import java.util.List;
import java.util.Map;

/** Valid requests, one for each operation, about a planned camp, with separate objects for operations that would disturb other requests. */
public final class ValidRequests {
    /** Operations not covered: those with files, with the caller's own secrets, or without a caller. Other tests cover them. */
    public static final List<String> NOT_HERE = List.of(
            "choosePassword",
            "createFirstAdministrator",
            "importFiles",
            "importFilesIntoPlan",
            "previewSchoolTimetable",
            "submitSchoolTimetable",
            "tryPlanSheets",
            "keepPlanSheets",
            "readArchive",
            "readBaseTimetable",
            "previewPlanSheet",
            "keepPlanSheet",
            "revokeMyToken",
            "signIn",
            "signOut",
            // readers of links have no account
            "code",
            "disableMails",
            "feed",
            "page",
            "markNewsSeen",
            "showChoice",
            "enableMails",
            // pages that send the visitor on, or that anybody who isn't signed in types into
            "beginExample",
            "chooseLanguage",
            "chooseStandIn",
            "undoStandIn",
            "enterAbsence",
            "findInTimetable",
            "signOutOnPage",
            "makePlan",
            "showAsset",
            "showCamp",
            "showFirstStart",
            "showLists",
            "showSignIn",
            "takeBackAbsence",
            "submitFirstStart",
            "submitCampStep",
            "submitList",
            "undoList",
            "submitAcceptances",
            "submitWithdrawal",
            "undoAcceptance",
            "submitRules",
            "undoRules",
            "submitNeeds",
            "undoNeeds",
            "submitSignIn",
            "archiveOnPage",
            "bringScenario",
            "deleteOnPage",
            "endOtherSessions",
            "makeYearOnPage",
            "removePerson",
            "removeToken",
            "renewOnPage",
            "renewYearOnPage",
            "restoreOnPage",
            "revokeOnPage",
            "revokeYearOnPage",
            "speakOnPage",
            "takePersonalData",
            "submitForgetting",
            "submitInvitation",
            "submitNewPassword",
            "submitPassword",
            "submitPerson",
            "submitPublication",
            "submitRedo",
            "submitReturn",
            "submitRoles",
            "submitScenario",
            "submitTitle",
            "submitToken",
            "useScenario",
            "submitUndo",
            "beginPlanning",
            "stopPlanning",
            "takeResult",
            "mendFault",
            "undoMending",
            "submitNewIntervention",
            "submitIntervention",
            "removeInterventionOnPage",
            "undoRemoval",
            "submitAttendance",
            "submitOwnAttendance",
            // they would end the walk's own callers or plans, or need more than one request before them
            "changeMyPassword",
            "restorePlan",
            "acceptShortfalls",
            "withdrawAcceptance",
            "takeSeat",
            "continueSolve",
            "prioritiseSolve",
            "getTimetableOfClass",
            // go on after their answers, in the one slot for slow requests that tests have
            "previewChange",
            "repair",
            // pages that need a preview before them
            "submitAbsence",
            "submitChange",
            "submitKeptChange",
            "discardChangeOnPage");

    private final RequestCampFixture camp;
    private final ValidRequestBodies bodies;
    private final ValidRequestPaths paths;
    private final ServiceClient administrator;

    /**
     * Creates a camp.
     *
     * @param problem problem of the plan
     */
    public ValidRequests(TestSchool school, Map<String, Object> problem) {
        this.camp = new RequestCampFixture(school, problem);
        this.bodies = new ValidRequestBodies(camp);
        this.paths = new ValidRequestPaths(camp, bodies);
        this.administrator = camp.plannerClient();
    }

    /**
     * A valid request.
     *
     * @param method  HTTP method
     * @param path    path with its query
     * @param body    body; empty means none
     * @param ifMatch value of If-Match; empty means none
     */
    public record ValidRequest(String method, String path, Map<String, ?> body, String ifMatch) {
        /** Sends it. */
        public Answer sendAs(ServiceClient client) {
            ServiceClient sender = ifMatch.isEmpty() ? client : client.withHeader("If-Match", ifMatch);
            return method.equals("GET") || method.equals("DELETE")
                    ? sender.send(method, path, "")
                    : method.equals("PUT") ? sender.put(path, body) : sender.post(path, body);
        }
    }

    /** The plan that is looked at. */
    public String plan() {
        return camp.plan();
    }

    /** Returns a seat holder of the meeting. */
    public StaffId staff() {
        return camp.staff();
    }

    /** Returns the path of a meeting's attendance, for its own staff or for others. */
    public String outcome(String whose) {
        return paths.outcome(whose);
    }

    /** A request to an operation. */
    public ValidRequest of(OperationRegistry.RegisteredOperation operation) {
        String id = operation.id();
        boolean isLooking = operation.method().equals("GET");
        String own = planOf(operation, isLooking);
        String path = paths.of(operation, own);
        Map<String, ?> body = bodies.of(id, own);
        prepare(id, own);
        String target = path.replaceFirst("/[a-z-]+$", "");
        return new ValidRequest(operation.method(), path, body, isLooking ? "" : tag(operation, target, own));
    }

    /** Only a plan whose timetable fits its problem can have a preview of a change. */
    private String planOf(OperationRegistry.RegisteredOperation operation, boolean isLooking) {
        String seen = operation.path().contains("{change}") ? camp.unchangedPlan() : camp.plan();
        return isLooking || !operation.path().contains("{plan}") ? seen : camp.createScenario(seen);
    }

    /** Performs the preceding requests. */
    private void prepare(String id, String own) {
        if (id.equals("undo") || id.equals("redo") || id.equals("removeStaffMember")) {
            Answer put = administrator
                    .withHeader("If-Match", administrator.get(own).tag())
                    .put(own + "/staff/ekstra", Map.of("name", "Ekstra"));
            assertThat(put.status()).as(put.body()).isLessThan(300);
        }
        if (id.equals("unlock")) {
            Answer locked = administrator
                    .withHeader("If-Match", administrator.get(own).tag())
                    .post(own + "/locks", bodies.of("lock", own));
            assertThat(locked.status()).as(locked.body()).isLessThan(300);
        }
        if (id.equals("redo")) {
            administrator.withHeader("If-Match", administrator.get(own).tag()).post(own + "/undo", Map.of());
        }
    }

    private String tag(OperationRegistry.RegisteredOperation operation, String target, String own) {
        return switch (operation.id()) {
            case "changeOrganisation" -> administrator.get(camp.school().path()).tag();
            case "changeAccount", "removeAccount" -> "\"1\"";
            case "changeAccountRoles" -> administrator.get(target).tag();
            case "adoptSolve" -> administrator.get(paths.planOfAdoptedSolve()).tag();
            default ->
                operation.path().contains("{plan}") ? administrator.get(own).tag() : "";
        };
    }
}
