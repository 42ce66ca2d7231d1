package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.place.RoomKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that the limits of subjects name blocks, subjects and rooms that exist, and do not contradict each other. */
final class SubjectLimitValidator {
    private static final String BAN = "/parameters/noDoubleModules/except/";
    private static final String LIMITS = "/parameters/roomLimits/";

    private final CampContext context;
    private final CampParameters parameters;
    private final List<Finding> findings = new ArrayList<>();

    SubjectLimitValidator(CampContext context) {
        this.context = context;
        this.parameters = context.parameters();
    }

    List<Finding> findings() {
        for (int i = 0; i < parameters.subjects().size(); i++) {
            AllowedBlocks allowed = parameters.subjects().get(i).allowedBlocks();
            if (allowed != null) {
                checkBlocks(allowed, "/parameters/subjects/" + i + "/allowedBlocks/blocks/");
            }
        }
        checkExceptions();
        checkRoomLimits();
        return findings;
    }

    private void checkBlocks(AllowedBlocks allowed, String place) {
        Set<String> modules = parameters.baseTimetable().stream()
                .flatMap(kind -> kind.teamModules().stream())
                .map(Block::id)
                .collect(Collectors.toSet());
        for (int i = 0; i < allowed.blocks().size(); i++) {
            String id = allowed.blocks().get(i);
            boolean isBlock = parameters.baseTimetable().stream()
                    .flatMap(kind -> kind.blocks().stream())
                    .anyMatch(block -> block.id().equals(id));
            if (!isBlock) {
                findings.add(Finding.error("camp.unknown-block", place + i, id));
            } else if (!modules.contains(id)) {
                findings.add(Finding.error("camp.limits.no-module", place + i, id));
            }
        }
    }

    private void checkExceptions() {
        DoubleModuleBan ban = parameters.noDoubleModules();
        List<String> except = ban == null ? List.of() : ban.except();
        for (int i = 0; i < except.size(); i++) {
            String id = except.get(i);
            if (parameters.subjects().stream().noneMatch(subject -> subject.id().equals(id))) {
                findings.add(Finding.error("camp.limits.unknown-subject", BAN + i, id));
            }
        }
    }

    private void checkRoomLimits() {
        var seen = new HashSet<Set<String>>();
        for (int i = 0; i < parameters.roomLimits().size(); i++) {
            RoomLimit limit = parameters.roomLimits().get(i);
            List<Object> kinds =
                    limit.roomKinds().stream().map(RoomKind::toFindingArgument).toList();
            int rooms = context.rooms(limit.roomKinds(), List.of()).size();
            Integer most = limit.most();
            if (!seen.add(Set.copyOf(limit.roomKinds()))) {
                findings.add(Finding.error("camp.limits.rooms-twice", LIMITS + i + "/roomKinds", kinds));
            } else if (parameters.subjects().stream().noneMatch(limit::appliesTo)) {
                findings.add(Finding.warning("camp.limits.rooms-unused", LIMITS + i + "/roomKinds", kinds));
            } else if (most == null && rooms == 0) {
                findings.add(Finding.error("camp.limits.no-rooms", LIMITS + i + "/roomKinds", kinds));
            } else if (most != null && rooms > 0 && most > rooms) {
                findings.add(Finding.warning("camp.limits.more-than-rooms", LIMITS + i + "/most", most, kinds, rooms));
            }
        }
    }
}
