package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.service.absence.AttendanceRegister;
import dk.grundskema.api.service.absence.AttendanceRegister.AttendanceTarget;
import dk.grundskema.api.service.fidelity.AttendancePage.MeetingItem;
import dk.grundskema.api.service.fidelity.AttendancePage.RejectedEntry;
import dk.grundskema.api.service.fidelity.RejectedAttendance.RejectionReason;
import dk.grundskema.api.service.plan.PlanId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Stores attendance entries. Entries do not depend on the plan's version, so input is not lost if the plan has changed: it is stored if the
 * meeting still exists, and otherwise returned as a {@link RejectedAttendance} for a new attempt or for copying.
 */
@Component
final class AttendanceRecorder {
    private final AttendanceRegister attendance;
    private final RequestTexts requestTexts;
    private final ErrorMessages errorMessages;

    AttendanceRecorder(AttendanceRegister attendance, RequestTexts requestTexts, ErrorMessages errorMessages) {
        this.attendance = attendance;
        this.requestTexts = requestTexts;
        this.errorMessages = errorMessages;
    }

    /**
     * Stores the input, or returns it if it is invalid or the meeting no longer exists. Meetings of other staff members do not exist for
     * {@code isOwn}.
     *
     * @param isOwn whether the caller must be on duty in the meeting
     * @throws RefusalException if the input does not refer to the meeting
     */
    @Nullable
    RejectedAttendance submit(PlanId plan, AttendanceForm typed, boolean isOwn, Caller caller) {
        try {
            return typed.isWithdrawal() ? withdraw(plan, typed, isOwn, caller) : enter(plan, typed, isOwn, caller);
        } catch (RefusalException refusal) {
            return switch (refusal.status()) {
                case NOT_FOUND ->
                    findMoved(plan, typed, isOwn, caller).orElseGet(() -> rejectAsGone(plan, typed, isOwn));
                case CONFLICT -> rejectWithoutTimetable(plan, typed);
                default -> throw refusal;
            };
        }
    }

    /** Withdraws an entry. Succeeds without an entry if the meeting exists: nothing was entered, or another user has just withdrawn it. */
    private @Nullable RejectedAttendance withdraw(PlanId plan, AttendanceForm typed, boolean isOwn, Caller caller) {
        try {
            attendance.removeEntry(plan, typed.session(), typed.date(), isOwn, caller);
        } catch (RefusalException refusal) {
            if (refusal.status() != HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            attendance.findTarget(plan, typed.session(), typed.date(), isOwn, caller);
        }
        return null;
    }

    private @Nullable RejectedAttendance enter(PlanId plan, AttendanceForm typed, boolean isOwn, Caller caller) {
        AttendanceTarget sought = attendance.findTarget(plan, typed.session(), typed.date(), isOwn, caller);
        RejectedEntry unkept = rejectedEntry(sought, typed, "");
        if (!unkept.isWrong()) {
            attendance.record(sought, typed.toDelivery(sought.participants()), caller);
            return null;
        }
        return new RejectedAttendance(plan, typed, typed, unkept, RejectionReason.WRONG);
    }

    /**
     * Returns the input at the meeting's new time, where the user can confirm it. Validates it there, so that all errors appear at once.
     */
    private Optional<RejectedAttendance> findMoved(PlanId plan, AttendanceForm typed, boolean isOwn, Caller caller) {
        return typed.isWithdrawal()
                ? Optional.empty()
                : attendance
                        .findMoved(plan, typed.session(), typed.date(), isOwn, caller)
                        .map(now -> {
                            AttendanceForm there = typed.movedTo(now);
                            AttendanceTarget sought =
                                    attendance.findTarget(plan, now.session(), now.date(), isOwn, caller);
                            String said = requestTexts.texts().text("pages.attendance-moved", typed.date(), now.date());
                            return new RejectedAttendance(
                                    plan, typed, there, rejectedEntry(sought, there, said), RejectionReason.MOVED);
                        });
    }

    /**
     * Converts rejected input for the current list of meetings. It becomes input without a meeting if its meeting is not listed: it may
     * have been moved or removed, or the plan put out of use, since the page was loaded.
     *
     * @param rejected rejected input; {@code null} if everything was stored
     * @param items listed meetings
     */
    @Nullable
    RejectedAttendance matchToItems(List<MeetingItem> items, @Nullable RejectedAttendance rejected, boolean isOwn) {
        return rejected == null || rejected.isGone() || items.stream().anyMatch(one -> one.unkept() != null)
                ? rejected
                : rejectAsGone(rejected.plan(), rejected.sent(), isOwn);
    }

    /** Returns input for a meeting that is no longer in the timetable or is not the visitor's. */
    private RejectedAttendance rejectAsGone(PlanId plan, AttendanceForm typed, boolean isOwn) {
        return rejectAsGone(
                plan,
                typed,
                requestTexts
                        .texts()
                        .text("pages.attendance-gone", isOwn ? 1 : 0, typed.date(), typed.isWithdrawal() ? 1 : 0));
    }

    /** Returns input for a meeting of a plan whose timetable was removed. */
    RejectedAttendance rejectWithoutTimetable(PlanId plan, AttendanceForm typed) {
        return rejectAsGone(
                plan, typed, requestTexts.texts().text("pages.attendance-unplanned", typed.isWithdrawal() ? 1 : 0));
    }

    private static RejectedAttendance rejectAsGone(PlanId plan, AttendanceForm typed, String said) {
        return new RejectedAttendance(
                plan,
                typed,
                typed,
                new RejectedEntry(typed.reason(), typed.absent(), said, "", ""),
                RejectionReason.GONE);
    }

    private RejectedEntry rejectedEntry(AttendanceTarget sought, AttendanceForm typed, String said) {
        long strangers = typed.countNonParticipants(sought.participants());
        String aboutHeld = Stream.of(said, errorMessages.joinFieldMessages(sought.heldFindings(typed.isHeld())))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(" "));
        String aboutAbsent = strangers == 0 ? "" : requestTexts.texts().text("pages.attendance-strangers", strangers);
        return new RejectedEntry(
                typed.reason(),
                typed.absent(),
                aboutHeld,
                errorMessages.joinMessages(typed.reasonErrors()),
                aboutAbsent);
    }
}
