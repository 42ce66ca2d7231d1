package dk.grundskema.api.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.domain.people.StaffId;
import java.util.List;
import java.util.Map;

/** Requests that are in order, one for each operation: about a camp that is planned, with things of its own for whatever would spoil others' work. */
final class ValidRequests {
    /** What these can't ask for: it takes files, the caller's own secrets, or nobody in particular. Other tests do. */
    static final List<String> NOT_HERE = List.of(
            "choosePassword",
            "createFirstAdministrator",
            "importFiles",
            "importFilesIntoPlan",
            "readArchive",
            "revokeMyToken",
            "signIn",
            "signOut",
            // who has a link is nobody in particular, too
            "code",
            "decline",
            "feed",
            "page",
            "seen",
            "showChoice",
            "wantAgain",
            // pages that send the visitor on, or that whoever isn't signed in types into
            "beginExample",
            "chooseLanguage",
            "chooseStandIn",
            "enterAbsence",
            "findInTimetable",
            "leavePages",
            "repairOrUndo",
            "makePlan",
            "showAsset",
            "showCamp",
            "showFirstStart",
            "showLists",
            "showSignIn",
            "takeBackAbsence",
            "typeFirstStart",
            "typeCampStep",
            "typeList",
            "undoList",
            "typeNeeds",
            "undoNeeds",
            "typeSignIn",
            "archiveOnPage",
            "bringScenario",
            "deleteOnPage",
            "leaveElsewhere",
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
            "typeForgetting",
            "typeInvitation",
            "typeNewPassword",
            "typePassword",
            "typePerson",
            "typePublish",
            "typeRedo",
            "typeReturn",
            "typeRoles",
            "typeScenario",
            "typeTitle",
            "typeToken",
            "useScenario",
            "typeUndo",
            "beginPlanning",
            "stopPlanning",
            "takeResult",
            "typeNewIntervention",
            "typeIntervention",
            "takeAway",
            "bringBack",
            "typeAttendance",
            "typeOwnAttendance",
            // they would end the walk's own callers or plans, or need more than one request before them
            "changeMyPassword",
            "restorePlan",
            "takeSeat",
            "continueSolve",
            "prioritiseSolve",
            "getTimetableOfClass");

    private final WalkedCamp camp;
    private final ValidBodies bodies;
    private final ValidPaths paths;
    private final Client all;

    /**
     * Makes a camp.
     *
     * @param problem what is planned
     */
    ValidRequests(School school, Map<String, Object> problem) {
        this.camp = new WalkedCamp(school, problem);
        this.bodies = new ValidBodies(camp);
        this.paths = new ValidPaths(camp, bodies);
        this.all = camp.all();
    }

    /**
     * A request.
     *
     * @param method  of HTTP
     * @param path    with its query
     * @param body    empty means none
     * @param ifMatch empty means none
     */
    record Valid(String method, String path, Map<String, ?> body, String ifMatch) {
        /** Sends it. */
        Answer by(Client client) {
            Client sender = ifMatch.isEmpty() ? client : client.with("If-Match", ifMatch);
            return method.equals("GET") || method.equals("DELETE")
                    ? sender.send(method, path, "")
                    : method.equals("PUT") ? sender.put(path, body) : sender.post(path, body);
        }
    }

    /** The plan that is looked at. */
    String plan() {
        return camp.plan();
    }

    /** Who sits in a meeting of it. */
    StaffId staff() {
        return camp.staff();
    }

    /** The path of a meeting's outcome, for its own staff or for others. */
    String outcome(String whose) {
        return paths.outcome(whose);
    }

    /** A request to an operation. */
    Valid of(Operations.Known operation) {
        String id = operation.id();
        boolean isLooking = operation.method().equals("GET");
        String own = isLooking || !operation.path().contains("{plan}") ? camp.plan() : camp.copy();
        String path = paths.of(operation, own);
        Map<String, ?> body = bodies.of(id, own);
        changedBefore(id, own);
        String target = path.replaceFirst("/[a-z-]+$", "");
        return new Valid(operation.method(), path, body, isLooking ? "" : tag(operation, target, own));
    }

    /** What must have been done before. */
    private void changedBefore(String id, String own) {
        if (id.equals("undo") || id.equals("redo") || id.equals("removeStaffMember")) {
            Answer put = all.with("If-Match", all.get(own).tag()).put(own + "/staff/ekstra", Map.of("name", "Ekstra"));
            assertThat(put.status()).as(put.body()).isLessThan(300);
        }
        if (id.equals("unlock")) {
            Answer locked = all.with("If-Match", all.get(own).tag()).post(own + "/locks", bodies.of("lock", own));
            assertThat(locked.status()).as(locked.body()).isLessThan(300);
        }
        if (id.equals("redo")) {
            all.with("If-Match", all.get(own).tag()).post(own + "/undo", Map.of());
        }
    }

    private String tag(Operations.Known operation, String target, String own) {
        return switch (operation.id()) {
            case "changeOrganisation" -> all.get(camp.school().path()).tag();
            case "changeAccount", "removeAccount" -> "\"1\"";
            case "changeAccountRoles" -> all.get(target).tag();
            case "adoptSolve" -> all.get(paths.adopting()).tag();
            default -> operation.path().contains("{plan}") ? all.get(own).tag() : "";
        };
    }
}
