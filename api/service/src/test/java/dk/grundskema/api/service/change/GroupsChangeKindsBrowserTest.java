package dk.grundskema.api.service.change;

import java.time.LocalDate;

final class GroupsChangeKindsBrowserTest extends ChangeKindsBrowserCases {
    GroupsChangeKindsBrowserTest() {
        super("small-groups", LocalDate.parse("2026-10-05"), 7);
    }
}
