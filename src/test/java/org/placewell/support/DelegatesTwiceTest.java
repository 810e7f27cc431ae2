package org.placewell.support;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.security.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The check of law 9 itself. */
@PlacewellTest
class DelegatesTwiceTest {

    private static final String PROCESS = "a-process-of-this-test";

    @Autowired
    DelegatesTwice twice;
    @Autowired
    AuditTrail audit;
    @Autowired
    PlatformTransactionManager transactions;

    @Test
    @DisplayName("A delegate that writes a second time is found; one that writes once is not")
    void found() {
        DelegatesTwice.in(PROCESS);
        try {
            assertThatThrownBy(() -> run(execution -> audit.record("R-TWICE", Actor.system(), Area.WORK, "test.twice", "", "")))
                    .isInstanceOf(AssertionError.class).hasMessageContaining("someDelegate").hasMessageContaining("table audit_event");
            assertThatCode(() -> run(execution -> audit.recordOnce("R-ONCE", Actor.system(), Area.WORK, "test.once", "", "")))
                    .doesNotThrowAnyException();
        } finally {
            DelegatesTwice.stop(PROCESS);
        }
    }

    private void run(JavaDelegate delegate) {
        var wrapped = (JavaDelegate) twice.postProcessAfterInitialization(delegate, "someDelegate");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            try {
                wrapped.execute(execution());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static DelegateExecution execution() {
        return (DelegateExecution) Proxy.newProxyInstance(DelegatesTwiceTest.class.getClassLoader(), new Class<?>[] {DelegateExecution.class},
                (proxy, method, arguments) -> method.getName().equals("getVariables") ? Map.of() : PROCESS + ":1:1");
    }
}
