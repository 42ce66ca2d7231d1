package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.editing.Attendance;
import dk.grundskema.api.server.editing.Attendance.Sought;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.pages.Tried.Why;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.fidelity.AttendancePage.Unkept;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes what is typed of meetings. Nobody typed it for a version of the plan, so whatever was done to that meanwhile, nothing typed is lost. */
@Component
final class AttendanceDesk {
    private final Attendance attendance;
    private final Speaking speaking;
    private final Wrong wrong;

    AttendanceDesk(Attendance attendance, Speaking speaking, Wrong wrong) {
        this.attendance = attendance;
        this.speaking = speaking;
        this.wrong = wrong;
    }

    /**
     * Keeps what was typed, unless something is wrong with it or the meeting isn't there any more: then that is returned. Somebody else's meeting is none.
     *
     * @param isOwn whether the caller must be on duty in the meeting
     * @throws Refusal if it isn't about the meeting
     */
    @Nullable
    Tried take(PlanId plan, TypedAttendance typed, boolean isOwn, Caller caller) {
        try {
            return typed.isForgotten() ? forgotten(plan, typed, isOwn, caller) : entered(plan, typed, isOwn, caller);
        } catch (Refusal refusal) {
            return switch (refusal.status()) {
                case NOT_FOUND -> moved(plan, typed, isOwn, caller).orElseGet(() -> gone(plan, typed, isOwn));
                case CONFLICT -> gone(plan, typed, isOwn); // there is no timetable any more
                default -> throw refusal;
            };
        }
    }

    /** What nobody has entered, or somebody else has taken back just now, is as it is to be, if only the meeting is there. */
    private @Nullable Tried forgotten(PlanId plan, TypedAttendance typed, boolean isOwn, Caller caller) {
        try {
            attendance.forget(plan, typed.session(), typed.date(), isOwn, caller);
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            attendance.sought(plan, typed.session(), typed.date(), isOwn, caller);
        }
        return null;
    }

    private @Nullable Tried entered(PlanId plan, TypedAttendance typed, boolean isOwn, Caller caller) {
        Sought sought = attendance.sought(plan, typed.session(), typed.date(), isOwn, caller);
        Unkept unkept = unkept(sought, typed, "");
        if (!unkept.isWrong()) {
            attendance.enter(sought, typed.delivery(sought.taking()), caller);
            return null;
        }
        return new Tried(plan, typed, unkept, Why.WRONG);
    }

    /** Where it is now, what was typed can be kept by pressing once more; all that would be wrong with it there is said at once. */
    private Optional<Tried> moved(PlanId plan, TypedAttendance typed, boolean isOwn, Caller caller) {
        return typed.isForgotten()
                ? Optional.empty()
                : attendance
                        .moved(plan, typed.session(), typed.date(), isOwn, caller)
                        .map(now -> {
                            TypedAttendance there = typed.at(now);
                            Sought sought = attendance.sought(plan, now.session(), now.date(), isOwn, caller);
                            String said = speaking.texts().text("pages.attendance-moved", typed.date(), now.date());
                            return new Tried(plan, there, unkept(sought, there, said), Why.MOVED);
                        });
    }

    private Tried gone(PlanId plan, TypedAttendance typed, boolean isOwn) {
        String said = speaking.texts()
                .text("pages.attendance-gone", isOwn ? 1 : 0, typed.date(), typed.isForgotten() ? 1 : 0);
        String aboutReason = wrong.all(typed.aboutReason());
        return new Tried(plan, typed, new Unkept(typed.reason(), typed.absent(), said, aboutReason, ""), Why.GONE);
    }

    private Unkept unkept(Sought sought, TypedAttendance typed, String said) {
        long strangers = typed.strangers(sought.taking());
        String aboutHeld = Stream.of(said, wrong.beside(sought.aboutHeld(typed.isHeld())))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(" "));
        String aboutAbsent = strangers == 0 ? "" : speaking.texts().text("pages.attendance-strangers", strangers);
        return new Unkept(typed.reason(), typed.absent(), aboutHeld, wrong.all(typed.aboutReason()), aboutAbsent);
    }
}
