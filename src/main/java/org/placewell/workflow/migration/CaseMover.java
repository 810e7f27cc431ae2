package org.placewell.workflow.migration;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.placewell.workflow.migration.Engine.Obstacle;
import org.placewell.workflow.migration.Report.CaseStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves single cases, each in a transaction of its own: what stands in one case's way stops no other. */
@Component
class CaseMover {

    private final Engine engine;
    private final MigrationStore store;
    private final ModelVersions versions;
    private final TransactionTemplate own;

    CaseMover(Engine engine, MigrationStore store, ModelVersions versions, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.store = store;
        this.versions = versions;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Why a case could not move; empty when it could. It is moved and taken back: nothing remains of it. */
    String obstacle(String source, String target, Mapping mapping, String processInstance) {
        try {
            own.executeWithoutResult(status -> {
                status.setRollbackOnly();
                engine.move(engine.plan(source, target, mapping), processInstance);
            });
            return "";
        } catch (Obstacle obstacle) {
            return obstacle.getMessage();
        }
    }

    /**
     * Moves a waiting case to the new version. Changed by a person at the very same moment: it keeps waiting for its turn.
     *
     * @return whether its turn is over
     */
    boolean forward(Report migration, String processInstance) {
        return turn(migration.id(), processInstance, () -> {
            if (store.take(migration.id(), processInstance, CaseStatus.WAITING).isEmpty()) {
                return;
            }
            var source = versions.id(migration.process(), migration.from());
            if (!engine.versionOf(processInstance).contains(source)) {
                store.set(migration.id(), processInstance, CaseStatus.GONE, "", "");
                return;
            }
            engine.move(engine.plan(source, versions.id(migration.process(), migration.to()), migration.mapping()), processInstance);
            store.set(migration.id(), processInstance, CaseStatus.MOVED, engine.standing(processInstance), "");
        }, CaseStatus.REFUSED);
    }

    /** Moves a moved case back, when it stands exactly as it was left. @return whether its turn is over */
    boolean back(Report migration, String processInstance) {
        return turn(migration.id(), processInstance, () -> {
            var stood = store.take(migration.id(), processInstance, CaseStatus.MOVED);
            if (stood.isEmpty()) {
                return;
            }
            var target = versions.id(migration.process(), migration.to());
            if (!engine.versionOf(processInstance).contains(target) || !engine.standing(processInstance).equals(stood.get())) {
                store.set(migration.id(), processInstance, CaseStatus.STAYS, "", "It has taken a step since it was moved");
                return;
            }
            engine.move(engine.plan(target, versions.id(migration.process(), migration.from()), migration.mapping().reversed()), processInstance);
            store.set(migration.id(), processInstance, CaseStatus.BACK, "", "");
        }, CaseStatus.STAYS);
    }

    private boolean turn(long migration, String processInstance, Runnable work, CaseStatus whenRefused) {
        try {
            own.executeWithoutResult(status -> work.run());
            return true;
        } catch (Obstacle obstacle) {
            own.executeWithoutResult(status -> store.set(migration, processInstance, whenRefused, "", obstacle.getMessage()));
            return true;
        } catch (OptimisticLockingException changed) {
            return false;
        } catch (ProcessEngineException refused) {
            own.executeWithoutResult(status -> store.set(migration, processInstance, whenRefused, "", "The engine refused: "
                    + refused.getClass().getSimpleName()));
            return true;
        }
    }
}
