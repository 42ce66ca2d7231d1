package dk.grundskema.api.service.change;

import dk.grundskema.api.planning.change.ChangePreview;
import dk.grundskema.solver.change.ChangedPlan;
import org.jspecify.annotations.Nullable;

/**
 * What a change does, as it was planned.
 *
 * @param least the least change
 * @param fresh the plan made afresh; {@code null} means none, or not yet
 */
record ComputedPreview(ChangePreview least, @Nullable ChangedPlan fresh) {}
