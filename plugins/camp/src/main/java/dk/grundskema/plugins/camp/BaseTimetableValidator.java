package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that the base timetable is consistent: one kind of day for a weekday, no overlapping blocks, existing rooms. */
final class BaseTimetableValidator {
    private static final int MINUTES_A_DAY = 24 * 60;

    private final CampContext context;
    private final Problem problem;
    private final List<DayKind> kinds;
    private final List<Finding> findings = new ArrayList<>();

    BaseTimetableValidator(CampContext context, Problem problem) {
        this.context = context;
        this.problem = problem;
        this.kinds = context.parameters().baseTimetable();
    }

    List<Finding> findings() {
        checkNames();
        findings.addAll(new DayKindValidator(context, problem.horizon()).findings());
        for (int kind = 0; kind < kinds.size(); kind++) {
            overlaps(kind);
            checkRooms(kind);
        }
        overlapsPastMidnight();
        return findings;
    }

    private void checkNames() {
        var seenKinds = new HashSet<String>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            if (!seenKinds.add(kinds.get(kind).id())) {
                addError("day-kind-twice", kind, "/id", kinds.get(kind).id());
            }
            var seenBlocks = new HashSet<String>();
            var blocks = kinds.get(kind).blocks();
            for (int i = 0; i < blocks.size(); i++) {
                if (!seenBlocks.add(blocks.get(i).id())) {
                    addError(
                            "block-twice",
                            kind,
                            "/blocks/" + i + "/id",
                            blocks.get(i).id(),
                            kindName(kind));
                }
            }
        }
    }

    private void overlaps(int kind) {
        var blocks = kinds.get(kind).blocks();
        for (int later = 0; later < blocks.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                Block one = blocks.get(earlier);
                Block other = blocks.get(later);
                if (one.conflictsWith(other) && overlap(one, other, 0)) {
                    boolean inOrder = !other.start().isBefore(one.start());
                    overlap("blocks-overlap", kind, later, inOrder ? one : other, inOrder ? other : one);
                }
            }
        }
    }

    private void overlap(String code, int kind, int place, Block first, Block second) {
        DayKind day = kinds.get(kind);
        addError(
                code,
                kind,
                "/blocks/" + place,
                context.texts().blockTitle(first, day),
                first.start(),
                first.end(),
                context.texts().blockTitle(second, day),
                second.start(),
                second.end());
    }

    private static boolean overlap(Block one, Block other, int daysLater) {
        int start = minute(other) + daysLater * MINUTES_A_DAY;
        return minute(one) < start + other.minutes() && start < minute(one) + one.minutes();
    }

    private static int minute(Block block) {
        return block.start().toSecondOfDay() / 60;
    }

    /** A night may not reach into the next day's blocks. */
    private void overlapsPastMidnight() {
        var days = context.days();
        for (int i = 1; i < days.size(); i++) {
            if (days.get(i).date().equals(days.get(i - 1).date().plusDays(1))) {
                overlapsPastMidnight(days.get(i - 1).kind(), days.get(i));
            }
        }
    }

    private void overlapsPastMidnight(DayKind before, CampContext.CampDay next) {
        for (int place = 0; place < before.blocks().size(); place++) {
            Block night = before.blocks().get(place);
            for (Block block : next.kind().blocks()) {
                if (night.endsNextDay() && night.conflictsWith(block) && overlap(night, block, 1)) {
                    addOnce(Finding.error(
                            "camp.base-timetable.night-overlaps",
                            "/parameters/dayKinds/" + kinds.indexOf(before) + "/blocks/" + place,
                            context.texts().blockTitle(night, before),
                            night.end(),
                            context.texts().blockTitle(block, next.kind()),
                            next.date().getDayOfWeek(),
                            block.start()));
                }
            }
        }
    }

    /** Consecutive days of the same kinds repeat the same finding; it is added once. */
    private void addOnce(Finding finding) {
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    private void checkRooms(int kind) {
        SiteId site = problem.siteOrDefault(context.parameters().site());
        Set<String> known = new HashSet<>();
        for (Room room : problem.rooms()) {
            if (problem.siteOrDefault(room.site()).equals(site)) {
                known.add(room.kind());
            }
        }
        var blocks = kinds.get(kind).blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            for (int k = 0; k < block.roomKinds().size(); k++) {
                if (!known.contains(block.roomKinds().get(k))) {
                    addMissingRoomKind(
                            kind,
                            "/blocks/" + i + "/roomKinds/" + k,
                            block.roomKinds().get(k));
                }
            }
            for (int r = 0; r < block.rooms().size(); r++) {
                checkRoom(block.rooms().get(r), site, kind, "/blocks/" + i + "/rooms/" + r);
            }
        }
    }

    /** Reports each kind of room once, however many blocks need it. */
    private void addMissingRoomKind(int kind, String place, String roomKind) {
        String code = "camp.base-timetable.no-room-of-kind";
        Object mentioned = RoomKind.toFindingArgument(roomKind);
        if (findings.stream()
                .noneMatch(one -> one.code().equals(code) && one.arguments().contains(mentioned))) {
            findings.add(Finding.warning(code, "/parameters/dayKinds/" + kind + place, mentioned));
        }
    }

    private void checkRoom(RoomId id, SiteId site, int kind, String place) {
        Optional<Room> room = problem.room(id);
        if (room.isEmpty()) {
            findings.add(Finding.error("camp.unknown-room", "/parameters/dayKinds/" + kind + place, id));
        } else if (!problem.siteOrDefault(room.get().site()).equals(site)) {
            addError(
                    "room-elsewhere",
                    kind,
                    place,
                    id,
                    problem.siteOrDefault(room.get().site()),
                    site);
        }
    }

    private String kindName(int kind) {
        return context.texts().dayKindName(kinds.get(kind));
    }

    private void addError(String code, int kind, String place, Object... arguments) {
        findings.add(Finding.error("camp.base-timetable." + code, "/parameters/dayKinds/" + kind + place, arguments));
    }
}
