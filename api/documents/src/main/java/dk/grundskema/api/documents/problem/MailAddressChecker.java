package dk.grundskema.api.documents.problem;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds staff mail addresses that most mail servers can't send to. Such an address does not prevent reading a problem, because stored data
 * must stay readable; a user who enters one gets an error at once.
 */
public final class MailAddressChecker {
    private static final int FIRST_NOT_ASCII = 128;

    private MailAddressChecker() {}

    /** Returns a warning for each such address. It names the staff member instead of the address, since not all readers may see addresses. */
    public static List<Finding> findUnsendable(Problem problem) {
        return findUnsendable(Severity.WARNING, problem, List.of());
    }

    /**
     * Returns an error for each such address that is new.
     *
     * @param problem the new problem
     * @param known   staff with addresses that were stored before or that a user has accepted
     */
    public static List<Finding> findNewlyUnsendable(Problem problem, List<StaffMember> known) {
        return findUnsendable(Severity.ERROR, problem, known);
    }

    private static List<Finding> findUnsendable(Severity severity, Problem problem, List<StaffMember> known) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < problem.staff().size(); i++) {
            StaffMember one = problem.staff().get(i);
            if (!isSendable(one.email()) && known.stream().noneMatch(other -> hasSameAddress(one, other))) {
                findings.add(
                        new Finding("value.unsendable-email", severity, "/staff/" + i + "/email", List.of(one.id())));
            }
        }
        return findings;
    }

    private static boolean hasSameAddress(StaffMember one, StaffMember other) {
        return one.id().equals(other.id()) && Objects.equals(one.email(), other.email());
    }

    /** Most servers accept only ASCII letters before the at sign (RFC 6531 is rare); a non-ASCII domain has an ASCII form that all of them accept. */
    private static boolean isSendable(@Nullable String email) {
        return email == null || email.chars().limit(email.indexOf('@')).allMatch(one -> one < FIRST_NOT_ASCII);
    }
}
