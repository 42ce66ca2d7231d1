package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.editing.Attendance;
import dk.grundskema.api.server.editing.Attendance.Sought;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.pages.Tried.Why;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.fidelity.AttendancePage.Item;
import dk.grundskema.api.web.app.fidelity.AttendancePage.Unkept;
import java.util.List;
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
                case CONFLICT -> unplanned(plan, typed);
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
        return new Tried(plan, typed, typed, unkept, Why.WRONG);
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
                            return new Tried(plan, typed, there, unkept(sought, there, said), Why.MOVED);
                        });
    }

    /**
     * What isn't kept as it is to be said where the meetings are drawn by now: as what is of none if the one that it is of isn't among them, for somebody
     * may have moved or removed it, or taken its plan out of use, since it was looked at.
     *
     * @param tried {@code null} if all is kept
     * @param items the meetings
     */
    @Nullable
    Tried among(List<Item> items, @Nullable Tried tried, boolean isOwn) {
        return tried == null || tried.isGone() || items.stream().anyMatch(one -> one.unkept() != null)
                ? tried
                : gone(tried.plan(), tried.sent(), isOwn);
    }

    /** What is typed of a meeting that isn't in the timetable any more, or isn't the visitor's. */
    private Tried gone(PlanId plan, TypedAttendance typed, boolean isOwn) {
        return gone(
                plan,
                typed,
                speaking.texts()
                        .text("pages.attendance-gone", isOwn ? 1 : 0, typed.date(), typed.isForgotten() ? 1 : 0));
    }

    /** What is typed of a meeting of a plan that has no timetable any more. */
    Tried unplanned(PlanId plan, TypedAttendance typed) {
        return gone(plan, typed, speaking.texts().text("pages.attendance-unplanned", typed.isForgotten() ? 1 : 0));
    }

    private static Tried gone(PlanId plan, TypedAttendance typed, String said) {
        return new Tried(plan, typed, typed, new Unkept(typed.reason(), typed.absent(), said, "", ""), Why.GONE);
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
