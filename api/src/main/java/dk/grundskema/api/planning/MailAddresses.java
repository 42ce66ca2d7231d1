package dk.grundskema.api.planning;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of staff that most mail servers can't send to. They keep no problem from being read, for what was kept once must stay readable; whoever
 * enters one is told at once.
 */
public final class MailAddresses {
    private static final int FIRST_NOT_ASCII = 128;

    private MailAddresses() {}

    /** Warnings, each at its address. They name the person, since not all who see them may see addresses. */
    public static List<Finding> unsendable(Problem problem) {
        return unsendable(Severity.WARNING, problem, List.of());
    }

    /**
     * Errors for those that are new.
     *
     * @param problem what was entered
     * @param known   people with the addresses that were there before, or that somebody has accepted
     */
    public static List<Finding> newlyUnsendable(Problem problem, List<StaffMember> known) {
        return unsendable(Severity.ERROR, problem, known);
    }

    private static List<Finding> unsendable(Severity severity, Problem problem, List<StaffMember> known) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < problem.staff().size(); i++) {
            StaffMember one = problem.staff().get(i);
            if (!isSendable(one.email()) && known.stream().noneMatch(other -> isSame(one, other))) {
                findings.add(
                        new Finding("value.unsendable-email", severity, "/staff/" + i + "/email", List.of(one.id())));
            }
        }
        return findings;
    }

    private static boolean isSame(StaffMember one, StaffMember other) {
        return one.id().equals(other.id()) && Objects.equals(one.email(), other.email());
    }

    /** Before the at sign most servers take no other letters (RFC 6531 is rare); a domain with others has a form that all of them take. */
    private static boolean isSendable(@Nullable String email) {
        return email == null || email.chars().limit(email.indexOf('@')).allMatch(one -> one < FIRST_NOT_ASCII);
    }
}
